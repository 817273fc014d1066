using System.Net;
using Interleave.Embedded.Membership;
using Interleave.Embedded.Network;
using Interleave.Files;
using Runtime.Tests.Embedded.Clusters;

namespace Runtime.Tests.Embedded.Membership;

public sealed class MembershipTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TestFolder _folder = new();

    private ClusterFolder Folder => new(_folder.Path);

    [Fact]
    public async Task The_table_goes_on_where_an_earlier_silo_left_it()
    {
        await (await TestSilo.StartAsync(_folder.Path)).DisposeAsync();
        var before = Folder.Read();

        await using var silo = await TestSilo.StartAsync(_folder.Path);

        Assert.Empty(before.Members);
        Assert.Equal(before.Version + 1, Folder.Read().Version);
        Assert.Equal(silo.Silo.Address, Assert.Single(Folder.Read().Members).Silo);
    }

    [Fact]
    public async Task A_member_whose_process_is_gone_is_removed_and_one_that_lives_is_not()
    {
        await using var silo = await TestSilo.StartAsync(_folder.Path);
        var dead = Member(1);
        var living = Member(2);
        using var seat = FileLock.TryTake(Folder.FileOf(living.Seat));
        var changed = Folder.Read();
        using (Folder.TryLockTable())
        {
            Folder.Write(new MemberTable(changed.Version + 1, [.. changed.Members, dead, living]));
        }

        silo.Silo.Watch.Hint();
        await UntilAsync(() => Folder.Read().Find(dead.Silo) is null);

        Assert.NotNull(Folder.Read().Find(living.Silo));
    }

    [Fact]
    public async Task A_silo_whose_folder_is_deleted_says_so_and_runs_no_grain_any_more()
    {
        var ended = new TaskCompletionSource<string>();
        var silo = await TestSilo.StartAsync(Path.Combine(_folder.Path, "cluster"), options => options.End = reason => ended.TrySetResult(reason));
        var activation = silo.Silo.Catalog.GetOrAdd(silo.Silo.Classes.For(typeof(Grains.IHoldGrain)), new GrainId("any", "key"));

        Directory.Move(Path.Combine(_folder.Path, "cluster"), Path.Combine(_folder.Path, "elsewhere"));

        Assert.Contains("folder", await ended.Task.WaitAsync(Limit), StringComparison.Ordinal);
        Assert.True(activation.Scheduler.IsHalted);
        silo.Silo.Dispose();
    }

    [Fact]
    public async Task A_silo_that_others_removed_ends()
    {
        var ended = new TaskCompletionSource<string>();
        var silo = await TestSilo.StartAsync(_folder.Path, options => options.End = reason => ended.TrySetResult(reason));
        using (var locked = TakeTable())
        {
            Folder.Write(new MemberTable(Folder.Read().Version + 1, []));
            // A silo that looks now sees itself missing, and cannot add itself.
            silo.Silo.Watch.Hint();
            Assert.Contains("dead", await ended.Task.WaitAsync(Limit), StringComparison.Ordinal);
        }

        silo.Silo.Dispose();
    }

    [Fact]
    public async Task A_silo_of_another_version_does_not_join_and_says_why()
    {
        StateFolder.Open(_folder.Path);
        var other = Member(1) with { Protocol = 1 };
        Folder.Write(new MemberTable(1, [other]));
        using var seat = FileLock.TryTake(Folder.FileOf(other.Seat));

        var fault = await Assert.ThrowsAsync<OrleansException>(() => TestSilo.StartAsync(_folder.Path));

        Assert.Contains("speaks version 1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_was_written_is_read_as_it_was()
    {
        var table = new MemberTable(7, [Member(1), Member(2) with { IsLeaving = true }]);

        Folder.Write(table);

        Assert.Equal(7, Folder.Read().Version);
        Assert.Equal(table.Members, Folder.Read().Members);
    }

    [Fact]
    public void One_process_at_a_time_holds_a_lock_and_its_end_shows()
    {
        var path = Path.Combine(_folder.Path, "lock");
        using (FileLock.TryTake(path))
        {
            Assert.Null(FileLock.TryTake(path));
            Assert.True(FileLock.IsHeld(path));
        }

        Assert.False(FileLock.IsHeld(path));
        Assert.False(FileLock.IsHeld(Path.Combine(_folder.Path, "missing")));
    }

    [Fact]
    public void A_folder_that_others_may_write_to_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var open = Directory.CreateDirectory(Path.Combine(_folder.Path, "open")).FullName;
        File.SetUnixFileMode(open, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite);
        var link = Path.Combine(_folder.Path, "link");
        Directory.CreateSymbolicLink(link, Directory.CreateDirectory(Path.Combine(_folder.Path, "own")).FullName);

        Assert.Throws<IOException>(() => ClusterSecret.Share(open));
        Assert.Throws<IOException>(() => ClusterSecret.Share(link));
    }

    [Fact]
    public void All_who_share_a_folder_share_its_secret_and_only_its_owner_can_read_it()
    {
        var (one, other) = (ClusterSecret.Share(_folder.Path), ClusterSecret.Share(_folder.Path));

        Assert.True(other.IsProven(one.Prove("role", [1], [2]), "role", [1], [2]));
        Assert.False(other.IsProven(one.Prove("role", [1], [2]), "role", [2], [1]));
        Assert.False(other.IsProven(one.Prove("role", [1], [2]), "another role", [1], [2]));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder.Path, "secret")));
        }
    }

    public void Dispose() => _folder.Dispose();

    private static ClusterMember Member(int number) =>
        new(
            new SiloAddress(new IPEndPoint(IPAddress.Loopback, number), number), new IPEndPoint(IPAddress.Loopback, number), Environment.ProcessId,
            Challenge.CurrentVersion);

    private FileLock TakeTable()
    {
        var wait = new SpinWait();
        while (true)
        {
            if (Folder.TryLockTable() is { } taken)
            {
                return taken;
            }

            wait.SpinOnce();
        }
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var limit = new CancellationTokenSource(Limit);
        while (!condition())
        {
            await pause.WaitForNextTickAsync(limit.Token);
        }
    }
}
