using Interleave.Client.Records;
using Interleave.EndToEnd.Tests.Processes;

namespace Interleave.EndToEnd.Tests.Runs;

/// <summary>What goes wrong around a run is told in a line, and costs none of its figures.</summary>
public sealed class TroubledRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Out => _folder["run"];

    [LinuxFact]
    public async Task A_folder_that_takes_no_more_ends_the_run_and_its_figures_are_kept_elsewhere()
    {
        await using var client = ClientProcess.Start(
            _folder.Path, new Dictionary<string, string?> { ["TMPDIR"] = _folder.Path }, SmallWork.LongRun(Out, "--silos", "0"));
        await client.SaysAsync("] io, round 2");

        Directory.Move(Out, _folder["gone"]); // As a full disk does, it lets no file be written.
        var result = await client.EndAsync();

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.False(result.HasStackTrace, result.Output);
        var line = Assert.Single(result.Lines, line => line.StartsWith($"'{Out}' could not be filled (", StringComparison.Ordinal));
        var kept = line[(line.IndexOf("is in ", StringComparison.Ordinal) + 6)..].TrimEnd('.');
        Assert.True(RunFile.Read(kept).Trials.Count > RunFile.Read(_folder["gone"]).Trials.Count);
        Assert.Empty(client.Children);
    }

    [LinuxFact]
    public async Task A_silo_that_ends_by_itself_spoils_the_trials_that_it_was_to_carry()
    {
        await using var client = ClientProcess.Start(_folder.Path, SmallWork.LongRun(Out));
        await client.SaysAsync("] io, round 2");

        Signals.Send(client.Children.First(IsSilo), Signals.Kill);
        await client.SaysAsync("] io, round 30");
        Signals.Send(client.Id, Signals.Interrupt);
        await client.EndAsync();

        var run = RunFile.Read(Out);
        Assert.Contains(run.Trials, trial => trial.Error?.Contains("ended by itself with exit code 137", StringComparison.Ordinal) == true);
        var failed = run.Checks.Where(check => check.Name == "silo processes alive").ToList();
        Assert.NotEmpty(failed);
        Assert.All(failed, check => Assert.Equal(("grains", 2, 1, false), (check.Model, check.Expected, check.Observed, check.Ok)));
    }

    [LinuxFact]
    public async Task A_worker_that_is_killed_costs_a_trial_and_a_fresh_one_goes_on()
    {
        await using var client = ClientProcess.Start(_folder.Path, SmallWork.LongRun(Out, "--silos", "0"));
        await client.SaysAsync("] io, round 2");

        Signals.Send(client.Children.First(IsWorker), Signals.Kill);
        await client.SaysAsync(": its worker ended with exit code 137");
        await client.SaysAsync("] io, round 30");
        Signals.Send(client.Id, Signals.Interrupt);
        await client.EndAsync();

        var run = RunFile.Read(Out);
        var failed = Assert.Single(run.Trials, trial => trial.Error is not null);
        Assert.Contains(run.Trials, trial => trial.Model == failed.Model && trial.Round > failed.Round);
        Assert.Empty(client.Children);
    }

    [LinuxFact]
    public async Task A_watched_spinner_whose_worker_is_killed_is_told_in_a_line_and_the_others_go_on()
    {
        await using var client = ClientProcess.Start(
            _folder.Path, "run", "spinner", "--watch", "--models", "threads,tasks", "--profile", "quick", "--silos", "0", "--param", "delay=500");
        await client.SaysAsync("then spin one after the other");
        await client.HasChildrenAsync(3); // Two workers and the server.

        Signals.Send(client.Children.First(IsWorker), Signals.Kill);
        var result = await client.EndAsync();

        Assert.False(result.HasStackTrace, result.Output + result.Error);
        Assert.InRange(result.ExitCode, 0, 1); // A worker that had not begun is replaced, and nothing is lost.
        Assert.Contains(result.Lines, line => line.StartsWith("computing, tasks: ", StringComparison.Ordinal));
        Assert.Empty(client.Children);
    }

    [LinuxFact]
    public async Task A_run_that_lost_its_server_says_so_once_and_ends()
    {
        await using var client = ClientProcess.Start(_folder.Path, SmallWork.LongRun(Out, "--silos", "0"));
        await client.SaysAsync("] io, round 2");

        Signals.Send(client.Children.First(IsServer), Signals.Kill);
        var result = await client.EndAsync();

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Single(result.Lines, line => line.Contains("The I/O server ended by itself", StringComparison.Ordinal));
        Assert.All(RunFile.Read(Out).Trials, trial => Assert.Null(trial.Error));
        Assert.Empty(client.Children);
    }

    [LinuxTheory]
    [InlineData(">/dev/full")]
    [InlineData(">&-")]
    public async Task Output_that_nobody_takes_ends_a_command_with_a_line(string redirection)
    {
        await using var client = ClientProcess.StartUnder(["sh", "-c", $"exec \"$@\" {redirection}", "sh"], _folder.Path, [], ["list"]);

        var result = await client.EndAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.False(result.HasStackTrace, result.Error);
        Assert.Single(result.Faults);
    }

    public void Dispose() => _folder.Dispose();

    private static bool IsSilo(int processId) => HasInCommand(processId, "Interleave.Silo");

    private static bool IsWorker(int processId) => HasInCommand(processId, "\0worker\0");

    private static bool IsServer(int processId) => HasInCommand(processId, "\0io-server\0");

    private static bool HasInCommand(int processId, string word) => File.ReadAllText($"/proc/{processId}/cmdline").Contains(word, StringComparison.Ordinal);
}
