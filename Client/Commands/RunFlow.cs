using Interleave.Client.Clusters;
using Interleave.Client.Judging;
using Interleave.Client.Planning;
using Interleave.Client.Recording;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Running;
using Interleave.Client.Scenarios;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary>The flow of a run: prepare, measure, judge, report. Interrupted or failed, it keeps what was measured.</summary>
internal sealed class RunFlow(RunPlan plan, string? cluster, string folder)
{
    private readonly IAnsiConsole _console = Terminals.Open();
    private readonly TimeProvider _clock = TimeProvider.System;

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var journal = new RunJournal(folder, Begin());
        RunHeader.Write(_console, journal.Run);
        var interrupted = false;
        try
        {
            await ProgressDisplay.RunAsync(_console, progress => MeasureAsync(journal, progress, cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            interrupted = true;
        }
        finally
        {
            journal.Save(Judge.Create(ScenarioCatalogue.All).Conclude(journal.Run) with { Complete = !interrupted, FinishedAt = _clock.GetUtcNow() });
        }

        RunSummary.Write(_console, journal.Run, folder);
        return interrupted ? ExitCode.Interrupted : RunSummary.Failed(journal.Run) ? ExitCode.Failed : ExitCode.Done;
    }

    private async Task MeasureAsync(RunJournal journal, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        progress.Report(new RunProgress.Preparing(plan.NeedsGrains ? "starting the I/O server and the silos" : "starting the I/O server"));
        await using var laboratory = await Laboratory.StartAsync(
            plan.NeedsGrains ? token => ClusterChoice.StartAsync(cluster, plan.Plan.Silos, token) : null, cancellation);
        await new Runner(plan, new TrialRunner(laboratory, _clock), journal, progress).RunAsync(cancellation);
    }

    private Run Begin() => new(
        Run.CurrentSchema,
        Guid.NewGuid().ToString("N"),
        _clock.GetUtcNow(),
        FinishedAt: null,
        Complete: false,
        EnvironmentProbe.Read(),
        plan.Plan,
        [],
        [],
        [],
        [],
        []);
}
