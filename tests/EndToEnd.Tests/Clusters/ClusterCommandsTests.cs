using System.Diagnostics;
using Interleave.Client;
using Interleave.Client.Clusters;

namespace EndToEnd.Tests.Clusters;

public sealed class ClusterCommandsTests : IDisposable
{
    private readonly string _state = Directory.CreateTempSubdirectory("interleave-test-").FullName;

    private ClusterRegistry Registry => new(Path.Combine(_state, "interleave", "clusters"));

    [Fact]
    public async Task A_cluster_runs_on_after_up_loses_a_silo_by_kill_and_ends_by_down()
    {
        var up = await InterleaveAsync("cluster", "up", "--silos", "2", "--name", "lab");
        Assert.Equal((0, ""), (up.ExitCode, up.Error));
        var silos = Assert.Single(Registry.All()).Silos;
        Assert.All(silos, silo => Assert.NotNull(silo.Find()));

        var status = await InterleaveAsync("cluster", "status");
        Assert.All(silos, silo => Assert.Contains($"{silo.ProcessId}", status.Output, StringComparison.Ordinal));

        Assert.Equal(0, (await InterleaveAsync("cluster", "kill", "1")).ExitCode);
        Assert.Null(silos[0].Find());
        Assert.NotNull(silos[1].Find());

        Assert.Equal(0, (await InterleaveAsync("cluster", "down")).ExitCode);
        Assert.All(silos, silo => Assert.Null(silo.Find()));
        Assert.Empty(Registry.All());
    }

    [Theory]
    [InlineData("--silos is '0': a whole number from 1 to 32 is allowed.", "cluster", "up", "--silos", "0")]
    [InlineData("--name local: allowed", "cluster", "up", "--name", "local")]
    [InlineData("--name lab: no cluster of this name runs", "cluster", "status", "--name", "lab")]
    [InlineData("No cluster runs", "cluster", "kill", "1")]
    [InlineData("No cluster runs", "cluster", "down")]
    public async Task A_mistake_ends_with_2_and_says_what_is_allowed(string fault, params string[] arguments)
    {
        var (exitCode, _, error) = await InterleaveAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.StartsWith(fault, error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_of_a_cluster_whose_silos_are_gone_is_cleared_away()
    {
        using var self = Process.GetCurrentProcess();
        // The process lives, but it started at another time than the silo that was noted down.
        var stale = new RegisteredSilo(1, self.Id, self.StartTime.AddDays(-1), "127.0.0.1", 1, 2);
        Registry.TryAdd(new RegisteredCluster("stale", "Orleans", DateTimeOffset.UnixEpoch, [stale]));

        Assert.Empty(Registry.All());
        Assert.True(Registry.TryAdd(new RegisteredCluster("stale", "Orleans", DateTimeOffset.UnixEpoch, [])));
    }

    public void Dispose()
    {
        foreach (var silo in Registry.All().SelectMany(cluster => cluster.Silos))
        {
            using var process = silo.Find();
            process?.Kill();
        }

        Directory.Delete(_state, recursive: true);
    }

    private async Task<(int ExitCode, string Output, string Error)> InterleaveAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(DotnetHost.Path) { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["XDG_STATE_HOME"] = _state } };
        foreach (var argument in (string[])[typeof(LocalCluster).Assembly.Location, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        // Reading to the end also tells that nothing which runs on has kept the pipes.
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
