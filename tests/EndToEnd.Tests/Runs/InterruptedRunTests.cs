using Interleave.Client.Records;
using Interleave.EndToEnd.Tests.Processes;

namespace Interleave.EndToEnd.Tests.Runs;

/// <summary>However a run is stopped, what it started is gone and what it measured is kept.</summary>
public sealed class InterruptedRunTests : IDisposable
{
    /// <summary>A process that loses its owner is gone by then.</summary>
    private static readonly TimeSpan OrphansLimit = TimeSpan.FromSeconds(5);

    private readonly TemporaryFolder _folder = new();

    private string Out => _folder["run"];

    [LinuxFact]
    public async Task Interrupted_at_a_terminal_it_ends_with_130_and_keeps_what_was_measured()
    {
        await using var client = ClientProcess.Start(_folder.Path, SmallWork.LongRun(Out, "--silos", "3"));
        await client.SaysAsync("] io, round 2");
        Assert.Equal(6, client.Children.Count); // The I/O server, a worker for threads, and one for grains with three silos.

        // Ctrl-C reaches every process of the terminal.
        foreach (var id in (int[])[.. client.Children, client.Id])
        {
            Signals.Send(id, Signals.Interrupt);
        }

        AssertKept(await client.EndAsync());
        Assert.Empty(client.Children);
    }

    [LinuxTheory]
    [InlineData(Signals.Terminate)]
    [InlineData(Signals.HangUp)]
    public async Task Told_to_end_it_ends_with_130_and_keeps_what_was_measured(int signal)
    {
        await using var client = ClientProcess.Start(_folder.Path, SmallWork.LongRun(Out, "--silos", "0"));
        await client.SaysAsync("] io, round 2");

        Signals.Send(client.Id, signal);

        AssertKept(await client.EndAsync());
        Assert.Empty(client.Children);
    }

    [TerminalFact]
    public async Task With_its_terminal_closed_it_ends_everything_and_keeps_what_was_measured()
    {
        await using var terminal = ClientProcess.StartUnder(
            ["sh", "-c", "exec script --quiet --command \"$*\" /dev/null", "sh"], _folder.Path, [], SmallWork.LongRun(Out, "--silos", "1"));
        await terminal.SaysAsync("round 3");

        Signals.Send(terminal.Id, Signals.Kill);

        await terminal.HasNoChildrenAsync(ClientProcess.Patience);
        var run = RunFile.Read(Out);
        Assert.False(run.Complete);
        Assert.NotEmpty(run.Contrasts);
        Assert.True(File.Exists(Path.Combine(Out, "report.html")));
    }

    [LinuxFact]
    public async Task Interrupted_while_silos_start_it_ends_with_130_and_leaves_none()
    {
        await using var client = ClientProcess.Start(_folder.Path, SmallWork.LongRun(Out));
        await client.HasChildrenAsync(4);

        Signals.Send(client.Id, Signals.Interrupt);
        var result = await client.EndAsync();

        Assert.Equal((130, ""), (result.ExitCode, result.Error));
        Assert.Empty(client.Children);
        Assert.Empty(RunFile.Read(Out).Trials);
    }

    [LinuxFact]
    public async Task Killed_it_leaves_no_process_and_a_record_that_can_be_read()
    {
        await using var client = ClientProcess.Start(_folder.Path, SmallWork.LongRun(Out));
        await client.SaysAsync("] io, round 2");
        Assert.Equal(5, client.Children.Count);

        Signals.Send(client.Id, Signals.Kill);

        await client.HasNoChildrenAsync(OrphansLimit);
        var run = RunFile.Read(Out);
        Assert.False(run.Complete);
        Assert.True(run.Trials.Count >= SmallWork.Variants * 2);
        var compared = await ClientProcess.RunAsync(_folder.Path, "compare", "run", "run");
        Assert.Equal(2, compared.ExitCode);
        Assert.StartsWith("'run' is not complete: ", compared.Faults[0], StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void AssertKept(ClientResult result)
    {
        var run = RunFile.Read(Out);
        Assert.Equal((130, ""), (result.ExitCode, result.Error));
        Assert.False(run.Complete);
        Assert.True(run.Trials.Count >= SmallWork.Variants * 2);
        Assert.All(run.Trials, trial => Assert.Null(trial.Error));
        Assert.Contains($"Interrupted. What was measured is in {Path.Combine(Out, "report.html")}", result.Lines);
        Assert.True(File.Exists(Path.Combine(Out, "report.html")));
    }
}
