using Interleave.Silo.GrainRuntimes;

namespace Runtime.Tests.Orleans;

/// <summary>What Orleans asks of a membership table.</summary>
public sealed class FileMembershipTableTests : FileMembershipTableTest
{
    [Fact]
    public async Task A_new_table_is_empty_and_has_version_0()
    {
        var data = await Table.ReadAll();

        Assert.Empty(data.Members);
        Assert.Equal(0, data.Version.Version);
        Assert.NotNull(data.Version.VersionEtag);
    }

    [Fact]
    public async Task An_inserted_row_is_read_back_whole_by_every_silo()
    {
        var entry = Member(SiloStatus.Joining);
        entry.SuspectTimes = [Tuple.Create(Address(), Now), Tuple.Create(Address(), Now.AddSeconds(2))];

        Assert.True(await Table.InsertRow(entry, (await Table.ReadAll()).Version.Next()));

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

        var data = await Table.ReadRow(first.SiloAddress);

        Assert.Equal(first.SiloAddress, Assert.Single(data.Members).Item1.SiloAddress);
        Assert.Empty((await Table.ReadRow(Address())).Members);
    }

    [Fact]
    public async Task A_second_row_for_one_silo_and_an_old_version_are_refused()
    {
        var before = (await Table.ReadAll()).Version;
        var entry = await InsertAsync(Member(SiloStatus.Joining));

        Assert.False(await Table.InsertRow(entry, (await Table.ReadAll()).Version.Next()));
        Assert.False(await Table.InsertRow(Member(SiloStatus.Joining), before.Next()));
        Assert.Single((await Table.ReadAll()).Members);
    }

    [Fact]
    public async Task An_update_needs_the_rows_tag_and_the_tables_version()
    {
        var entry = await InsertAsync(Member(SiloStatus.Joining));
        var read = await Table.ReadAll();
        var tag = read.Members[0].Item2;
        entry.Status = SiloStatus.Active;
        Assert.False(await Table.UpdateRow(entry, "another", read.Version.Next()));
        Assert.True(await Table.UpdateRow(entry, tag, read.Version.Next()));

        var updated = await Table.ReadAll();
        Assert.Equal(2, updated.Version.Version);
        Assert.Equal(SiloStatus.Active, updated.Members[0].Item1.Status);
        Assert.False(await Table.UpdateRow(entry, tag, updated.Version.Next()));
        Assert.False(await Table.UpdateRow(entry, updated.Members[0].Item2, read.Version.Next()));
        Assert.False(await Table.UpdateRow(Member(SiloStatus.Active), updated.Members[0].Item2, updated.Version.Next()));
        Assert.Equal(2, (await Table.ReadAll()).Version.Version);
    }

    [Fact]
    public async Task Of_writers_at_once_one_wins_each_version()
    {
        var entry = Member(SiloStatus.Joining);
        var next = (await Table.ReadAll()).Version.Next();
        var tables = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync()));

        var inserted = await Task.WhenAll(tables.Select(table => table.InsertRow(entry, next)));
        await Task.WhenAll(tables.Select(UpdateAsync));

        Assert.Single(inserted, isFirst => isFirst);
        var data = await Table.ReadAll();
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
        var before = await Table.ReadAll();

        await Table.UpdateIAmAlive(new MembershipEntry { SiloAddress = entry.SiloAddress, IAmAliveTime = Now.AddMinutes(1) });

        var after = await Table.ReadAll();
        Assert.Equal(Now.AddMinutes(1), after.Members[0].Item1.IAmAliveTime);
        Assert.Equal((before.Version, before.Members[0].Item2), (after.Version, after.Members[0].Item2));
        Assert.True(await Table.UpdateRow(entry, before.Members[0].Item2, before.Version.Next()));
    }

    [Fact]
    public async Task Old_rows_of_silos_that_are_not_active_are_cleared_under_a_new_version()
    {
        foreach (var status in Enum.GetValues<SiloStatus>())
        {
            await InsertAsync(Member(status, lastSign: Now.AddDays(-10)));
        }

        var young = await InsertAsync(Member(SiloStatus.Dead));
        var before = (await Table.ReadAll()).Version.Version;

        await Table.CleanupDefunctSiloEntries(Now.AddDays(-7));

        var data = await Table.ReadAll();
        Assert.Equal([SiloStatus.Active, SiloStatus.Dead], data.Members.Select(member => member.Item1.Status).Order());
        Assert.Equal(young.SiloAddress, data.Members.Single(member => member.Item1.Status == SiloStatus.Dead).Item1.SiloAddress);
        Assert.Equal(before + 1, data.Version.Version);

        await Table.CleanupDefunctSiloEntries(Now.AddDays(-7));
        Assert.Equal(before + 1, (await Table.ReadAll()).Version.Version);
    }

    [Fact]
    public async Task The_version_goes_on_when_all_silos_have_left_and_when_all_rows_are_deleted()
    {
        var entry = await InsertAsync(Member(SiloStatus.Active));
        var read = await Table.ReadAll();
        entry.Status = SiloStatus.Dead;
        Assert.True(await Table.UpdateRow(entry, read.Members[0].Item2, read.Version.Next()));
        Assert.Equal(2, (await (await OpenAsync()).ReadAll()).Version.Version);

        await Table.DeleteMembershipTableEntries("lab");

        var data = await Table.ReadAll();
        Assert.Empty(data.Members);
        Assert.Equal(3, data.Version.Version);
    }
}
