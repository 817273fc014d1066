using Interleave.Client.Records;
using Interleave.EndToEnd.Tests.Processes;

namespace Interleave.EndToEnd.Tests.Runs;

public sealed class RunWaysTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [LinuxFact]
    public async Task A_threshold_that_is_not_met_ends_a_run_with_1_and_is_told()
    {
        await using var client = ClientProcess.Start(
            _folder.Path, SmallWork.Run(_folder["run"], "--models", "grains", "--silos", "0", "--expect", "io[two].grains.throughput > 1e12"));

        var result = await client.EndAsync();

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Contains(result.Lines, line => line.Contains("io[two].grains.throughput > 1e12", StringComparison.Ordinal));
        Assert.True(RunFile.Read(_folder["run"]).Complete);
    }

    [Fact]
    public async Task Two_runs_at_once_both_work_in_folders_of_their_own()
    {
        string[] arguments = ["run", "io", "--param", "operations=20", "--param", "delay=5", "--rounds", "1", "--models", "threads,grains", "--silos", "1"];

        var results = await Task.WhenAll(ClientProcess.RunAsync(_folder.Path, arguments), ClientProcess.RunAsync(_folder.Path, arguments));

        Assert.All(results, result => Assert.Equal((0, ""), (result.ExitCode, result.Error)));
        var runs = Directory.GetDirectories(_folder["runs"]).Select(RunFile.Read).ToList();
        Assert.Equal(2, runs.Select(run => run.Id).Distinct().Count());
        Assert.All(runs, run => Assert.Equal((true, 1), (run.Complete, run.Plan.Silos)));
    }

    [LinuxFact]
    public async Task A_cluster_that_runs_already_is_used_and_left_running()
    {
        var state = new Dictionary<string, string?> { ["XDG_STATE_HOME"] = _folder["state"] };
        await using var up = ClientProcess.Start(_folder.Path, state, ["cluster", "up", "--silos", "1", "--name", "lab"]);
        Assert.Equal(0, (await up.EndAsync()).ExitCode);
        var silo = Assert.Single(up.Children);

        await using var misspelt = ClientProcess.Start(_folder.Path, state, SmallWork.Run("none", "--cluster", "lba"));
        var refused = await misspelt.EndAsync();
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.StartsWith("Unknown cluster 'lba': did you mean 'lab'?", Assert.Single(refused.Faults), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["none"]));

        await using var run = ClientProcess.Start(_folder.Path, state, SmallWork.Run("run", "--models", "grains", "--cluster", "lab"));
        Assert.Equal((0, ""), ((await run.EndAsync()).ExitCode, (await run.EndAsync()).Error));
        Assert.Equal((true, 1), (RunFile.Read(_folder["run"]).Complete, RunFile.Read(_folder["run"]).Plan.Silos));
        Assert.Equal([silo], up.Children);

        await using var down = ClientProcess.Start(_folder.Path, state, ["cluster", "down"]);
        Assert.Equal(0, (await down.EndAsync()).ExitCode);
        Assert.Empty(up.Children);
    }

    public void Dispose() => _folder.Dispose();
}
