using System.Net;
using Interleave.EndToEnd.Tests.Processes;
using Interleave.Files;
using Interleave.Silo;
using Interleave.Silo.GrainRuntimes;

namespace Runtime.Tests.Orleans;

/// <summary>What Orleans asks of a membership table, and what a file in a folder may go through beside.</summary>
public sealed class FileMembershipTableTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTime Now = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _state = new();
    private readonly List<string> _losses = [];
    private ClusterSeat _seat = null!;
    private FileMembershipTable _table = null!;
    private int _generation;

    public async Task InitializeAsync()
    {
        _seat = new ClusterFolder(Path.Combine(_state["clusters"], "lab")).TakeSeat(SeatKind.Silo);
        _table = await OpenAsync();
    }

    [Fact]
    public async Task A_new_table_is_empty_and_has_version_0()
    {
        var data = await _table.ReadAll();

        Assert.Empty(data.Members);
        Assert.Equal(0, data.Version.Version);
        Assert.NotNull(data.Version.VersionEtag);
    }

    [Fact]
    public async Task An_inserted_row_is_read_back_whole_by_every_silo()
    {
        var entry = Member(SiloStatus.Joining);
        entry.SuspectTimes = [Tuple.Create(Address(), Now), Tuple.Create(Address(), Now.AddSeconds(2))];

        Assert.True(await _table.InsertRow(entry, (await _table.ReadAll()).Version.Next()));

        var other = await OpenAsync();
        var read = await other.ReadRow(entry.SiloAddress);
        Assert.Equal(1, read.Version.Version);
        Assert.Equal(entry.ToFullString(), Assert.Single(read.Members).Item1.ToFullString());
    }

    [Fact]
    public async Task A_row_is_found_by_its_silo_alone()
    {
        var first = await InsertAsync(Member(SiloStatus.Active));
        await InsertAsync(Member(SiloStatus.Active));

        var data = await _table.ReadRow(first.SiloAddress);

        Assert.Equal(first.SiloAddress, Assert.Single(data.Members).Item1.SiloAddress);
        Assert.Empty((await _table.ReadRow(Address())).Members);
    }

    [Fact]
    public async Task A_second_row_for_one_silo_and_an_old_version_are_refused()
    {
        var before = (await _table.ReadAll()).Version;
        var entry = await InsertAsync(Member(SiloStatus.Joining));

        Assert.False(await _table.InsertRow(entry, (await _table.ReadAll()).Version.Next()));
        Assert.False(await _table.InsertRow(Member(SiloStatus.Joining), before.Next()));
        Assert.Single((await _table.ReadAll()).Members);
    }

    [Fact]
    public async Task An_update_needs_the_rows_tag_and_the_tables_version()
    {
        var entry = await InsertAsync(Member(SiloStatus.Joining));
        var read = await _table.ReadAll();
        var tag = read.Members[0].Item2;
        entry.Status = SiloStatus.Active;
        Assert.False(await _table.UpdateRow(entry, "another", read.Version.Next()));
        Assert.True(await _table.UpdateRow(entry, tag, read.Version.Next()));

        var updated = await _table.ReadAll();
        Assert.Equal(2, updated.Version.Version);
        Assert.Equal(SiloStatus.Active, updated.Members[0].Item1.Status);
        Assert.False(await _table.UpdateRow(entry, tag, updated.Version.Next()));
        Assert.False(await _table.UpdateRow(entry, updated.Members[0].Item2, read.Version.Next()));
        Assert.False(await _table.UpdateRow(Member(SiloStatus.Active), updated.Members[0].Item2, updated.Version.Next()));
        Assert.Equal(2, (await _table.ReadAll()).Version.Version);
    }

    [Fact]
    public async Task Of_writers_at_once_one_wins_each_version()
    {
        var entry = Member(SiloStatus.Joining);
        var next = (await _table.ReadAll()).Version.Next();
        var tables = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync()));

        var inserted = await Task.WhenAll(tables.Select(table => table.InsertRow(entry, next)));
        await Task.WhenAll(tables.Select(UpdateAsync));

        Assert.Single(inserted, isFirst => isFirst);
        var data = await _table.ReadAll();
        Assert.Equal(1 + tables.Length, data.Version.Version);
        Assert.Single(data.Members);

        async Task UpdateAsync(FileMembershipTable table)
        {
            MembershipTableData read;
            do
            {
                read = await table.ReadAll();
            }
            while (!await table.UpdateRow(read.Members[0].Item1, read.Members[0].Item2, read.Version.Next()));
        }
    }

    [Fact]
    public async Task A_sign_of_life_changes_its_time_and_nothing_else()
    {
        var entry = await InsertAsync(Member(SiloStatus.Active));
        var before = await _table.ReadAll();

        await _table.UpdateIAmAlive(new MembershipEntry { SiloAddress = entry.SiloAddress, IAmAliveTime = Now.AddMinutes(1) });

        var after = await _table.ReadAll();
        Assert.Equal(Now.AddMinutes(1), after.Members[0].Item1.IAmAliveTime);
        Assert.Equal((before.Version, before.Members[0].Item2), (after.Version, after.Members[0].Item2));
        Assert.True(await _table.UpdateRow(entry, before.Members[0].Item2, before.Version.Next()));
    }

    [Fact]
    public async Task Old_rows_of_silos_that_are_not_active_are_cleared_under_a_new_version()
    {
        foreach (var status in Enum.GetValues<SiloStatus>())
        {
            await InsertAsync(Member(status, lastSign: Now.AddDays(-10)));
        }

        var young = await InsertAsync(Member(SiloStatus.Dead));
        var before = (await _table.ReadAll()).Version.Version;

        await _table.CleanupDefunctSiloEntries(Now.AddDays(-7));

        var data = await _table.ReadAll();
        Assert.Equal([SiloStatus.Active, SiloStatus.Dead], data.Members.Select(member => member.Item1.Status).Order());
        Assert.Equal(young.SiloAddress, data.Members.Single(member => member.Item1.Status == SiloStatus.Dead).Item1.SiloAddress);
        Assert.Equal(before + 1, data.Version.Version);

        await _table.CleanupDefunctSiloEntries(Now.AddDays(-7));
        Assert.Equal(before + 1, (await _table.ReadAll()).Version.Version);
    }

    [Fact]
    public async Task The_version_goes_on_when_all_silos_have_left_and_when_all_rows_are_deleted()
    {
        var entry = await InsertAsync(Member(SiloStatus.Active));
        var read = await _table.ReadAll();
        entry.Status = SiloStatus.Dead;
        Assert.True(await _table.UpdateRow(entry, read.Members[0].Item2, read.Version.Next()));
        Assert.Equal(2, (await (await OpenAsync()).ReadAll()).Version.Version);

        await _table.DeleteMembershipTableEntries("lab");

        var data = await _table.ReadAll();
        Assert.Empty(data.Members);
        Assert.Equal(3, data.Version.Version);
    }

    [Fact]
    public async Task A_silo_that_comes_marks_those_dead_whose_processes_have_ended()
    {
        var living = await InsertAsync(Member(SiloStatus.Active));
        var ended = Member(SiloStatus.Active);
        ended.SiloName = "1-Silo-0";
        await InsertAsync(ended);

        var data = await (await OpenAsync()).ReadAll();

        Assert.Equal(SiloStatus.Active, data.TryGet(living.SiloAddress)!.Item1.Status);
        Assert.Equal(SiloStatus.Dead, data.TryGet(ended.SiloAddress)!.Item1.Status);
        Assert.Equal(3, data.Version.Version);
    }

    [Fact]
    public async Task A_lock_that_lives_is_never_broken_however_old_its_file_is_nor_waited_for_without_end()
    {
        var file = _seat.Folder.Members + ".lock";
        using var held = FileLock.TryTake(file)!;
        File.SetLastWriteTimeUtc(file, Now.AddYears(-1));
        var impatient = new FileMembershipTable(_seat.Folder, _losses.Add, TimeSpan.FromMilliseconds(50));

        var error = await Assert.ThrowsAsync<IOException>(() => impatient.InitializeMembershipTable(tryInitTableVersion: true));

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.True(FileLock.IsHeld(file));
        Assert.Empty(_losses);
    }

    [Fact]
    public async Task A_folder_that_was_deleted_is_told_and_not_made_again()
    {
        await InsertAsync(Member(SiloStatus.Active));
        Directory.Delete(_seat.Folder.Path, recursive: true);

        await Assert.ThrowsAsync<InvalidDataException>(_table.ReadAll);
        await Assert.ThrowsAsync<InvalidDataException>(() => _table.UpdateIAmAlive(Member(SiloStatus.Active)));

        Assert.All(_losses, loss => Assert.Contains("members.json' is gone", loss, StringComparison.Ordinal));
        Assert.Equal(2, _losses.Count);
        Assert.False(Directory.Exists(_seat.Folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[1, 2]")]
    public async Task A_damaged_file_is_told(string content)
    {
        await InsertAsync(Member(SiloStatus.Active));
        File.WriteAllText(_seat.Folder.Members, content);

        await Assert.ThrowsAsync<InvalidDataException>(_table.ReadAll);

        Assert.Contains("members.json' is damaged", Assert.Single(_losses), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_put_back_is_told()
    {
        await InsertAsync(Member(SiloStatus.Active));
        var old = File.ReadAllBytes(_seat.Folder.Members);
        await InsertAsync(Member(SiloStatus.Active));
        File.WriteAllBytes(_seat.Folder.Members, old);

        await Assert.ThrowsAsync<InvalidDataException>(_table.ReadAll);

        Assert.Contains("was put back from version 2 to 1", Assert.Single(_losses), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_writer_left_beside_the_table_does_no_harm()
    {
        await InsertAsync(Member(SiloStatus.Active));
        File.WriteAllText(_seat.Folder.Members + ".new", "{ \"Vers");

        await InsertAsync(Member(SiloStatus.Active));

        Assert.Equal(2, (await _table.ReadAll()).Members.Count);
    }

    public Task DisposeAsync()
    {
        _seat.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _state.Dispose();

    private async Task<FileMembershipTable> OpenAsync()
    {
        var table = new FileMembershipTable(_seat.Folder, _losses.Add);
        await table.InitializeMembershipTable(tryInitTableVersion: true);
        return table;
    }

    private async Task<MembershipEntry> InsertAsync(MembershipEntry entry)
    {
        Assert.True(await _table.InsertRow(entry, (await _table.ReadAll()).Version.Next()));
        return entry;
    }

    private MembershipEntry Member(SiloStatus status, DateTime? lastSign = null) => new()
    {
        SiloAddress = Address(),
        HostName = "localhost",
        SiloName = _seat.Name,
        Status = status,
        ProxyPort = 30000,
        StartTime = lastSign ?? Now,
        IAmAliveTime = lastSign ?? Now,
    };

    private SiloAddress Address() => SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 11111), ++_generation);
}
