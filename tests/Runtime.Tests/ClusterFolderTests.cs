using Interleave.Client.Clusters;
using Interleave.EndToEnd.Tests.Processes;
using Interleave.Silo;

namespace Runtime.Tests;

public sealed class ClusterFolderTests : IDisposable
{
    private readonly TemporaryFolder _state = new();

    private string Clusters => _state["clusters"];

    private ClusterFolder Lab => new(Path.Combine(Clusters, "lab"));

    [Fact]
    public void It_is_there_as_long_as_anybody_has_a_seat()
    {
        var first = Lab.TakeSeat(SeatKind.Silo);
        var second = Lab.TakeSeat(SeatKind.Starter);

        first.Dispose();
        Assert.True(Directory.Exists(Lab.Path));

        second.Dispose();
        Assert.False(Directory.Exists(Lab.Path));
    }

    [Fact]
    public void A_seat_tells_whose_it_is_and_that_its_process_lives()
    {
        using var seat = Lab.TakeSeat(SeatKind.Silo);

        Assert.Equal(Environment.ProcessId, ClusterSeat.ProcessOf(seat.Name));
        Assert.True(ClusterSeat.IsOfSilo(seat.Name));
        Assert.Equal([seat.Name], Lab.Seats());
        Assert.False(Lab.Holds("1-Silo-0"));
    }

    [Fact]
    public void A_cluster_that_is_forgotten_leaves_no_folder_though_its_silos_were_killed()
    {
        using var seat = new ClusterFolder(Path.Combine(Clusters, "in-use")).TakeSeat(SeatKind.Silo);
        var left = Directory.CreateDirectory(Path.Combine(Lab.Path, "seats"));
        File.WriteAllText(Path.Combine(left.FullName, "1-Silo-0"), "");

        new ClusterRegistry(Clusters).Remove("lab");
        new ClusterRegistry(Clusters).Remove("in-use");

        Assert.Equal([seat.Folder.Path], Directory.GetDirectories(Clusters));
    }

    [Fact]
    public void What_dead_processes_left_behind_is_removed_and_what_is_in_use_is_not()
    {
        using var seat = Lab.TakeSeat(SeatKind.Silo);
        var left = Directory.CreateDirectory(Path.Combine(Clusters, "left", "seats"));
        File.WriteAllText(Path.Combine(left.FullName, "1-Silo-0"), "");

        var folders = ClusterFolder.All(Clusters);

        Assert.Equal(["lab"], folders.Select(folder => folder.ClusterId));
        Assert.Equal([Lab.Path], Directory.GetDirectories(Clusters));
    }

    [Fact]
    public async Task Seats_that_are_taken_and_given_up_at_once_never_lose_the_folder()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var round = 0; round < 50; round++)
            {
                using var seat = Lab.TakeSeat(SeatKind.Silo);
                Assert.True(Lab.Holds(seat.Name));
                Assert.True(Lab.Change(() => File.WriteAllText(Lab.Members, seat.Name)));
            }
        })));

        Assert.Empty(Directory.GetDirectories(Clusters));
    }

    [Fact]
    public void An_unused_folder_is_not_changed()
    {
        Assert.False(Lab.Change(() => Assert.Fail("Nobody uses it.")));
    }

    [LinuxFact]
    public async Task A_process_that_holds_a_seat_is_ended_for_certain_frozen_or_not()
    {
        using var seat = Lab.TakeSeat(SeatKind.Starter);
        // A shell holds the file as a silo would, and is frozen.
        using var holder = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh", ["-c", "exec 9>\"$0/seats/$$-Silo-1\"; flock 9; " +
            "echo; kill -STOP $$; sleep 60", Lab.Path])
        {
            RedirectStandardOutput = true,
        })!;
        await holder.StandardOutput.ReadLineAsync();
        var name = $"{holder.Id}-Silo-1";
        Assert.True(Lab.Holds(name));

        await Lab.EvictAsync(name);

        Assert.False(Lab.Holds(name));
        await holder.WaitForExitAsync();
        Assert.Equal(128 + Signals.Kill, holder.ExitCode);
    }

    public void Dispose() => _state.Dispose();
}
