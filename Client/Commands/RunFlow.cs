using Interleave.Client.Clusters;
using Interleave.Client.Judging;
using Interleave.Client.Judging.Claims;
using Interleave.Client.Judging.Thresholds;
using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Export;
using Interleave.Client.Reporting.Html;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Running;
using Interleave.Client.Scenarios;
using Interleave.Client.Telemetry;
using Interleave.Client.Telemetry.Timelines;
using Interleave.Client.Telemetry.Traces;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary>The flow of a run: prepare, measure, trace, judge, report. Interrupted or failed, it keeps what was measured.</summary>
internal sealed class RunFlow(RunPlan plan, RunSettings settings, IAnsiConsole console)
{
    private readonly TimeProvider _clock = TimeProvider.System;

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var journal = new RunJournal(settings.Folder, Begin());
        var keeper = new Keeper(journal, settings.Folder);
        journal.Save(journal.Run);
        RunHeader.Write(console, journal.Run);
        var interrupted = false;
        try
        {
            await ProgressDisplay.RunAsync(console, progress => MeasureAsync(journal, keeper, progress, cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            interrupted = true;
        }
        catch (UnsavedException exception)
        {
            keeper.Failed(exception);
        }
        finally
        {
            keeper.Keep(() => journal.Save(Conclude(journal.Run)));
        }

        var page = Path.Combine(settings.Folder, HtmlReport.Name);
        keeper.Keep(() => Exports.Write(settings.Exports, journal.Run, settings.Folder));
        keeper.Keep(() => HtmlReport.Write(journal.Run, [.. TraceFolder.Load(settings.Folder).Select(TimelineBuilder.Build)], page));
        RunSummary.WriteScenarios(console, journal.Run, plan.Plan.Scenarios, settings.Details);
        RunSummary.Write(console, journal.Run);
        if (keeper.KeptAll && !interrupted)
        {
            NextSteps.Write(console, settings.Folder);
        }
        else
        {
            console.Write(new TextLine(keeper.KeptAll ? $"Interrupted; what was measured is in {page}" : keeper.Tell()));
        }

        return interrupted ? ExitCode.Interrupted : !keeper.KeptAll || RunSummary.Failed(journal.Run) ? ExitCode.Failed : ExitCode.Done;
    }

    /// <summary>Draws every conclusion from what was measured, however far that came.</summary>
    private Run Conclude(Run run)
    {
        var judged = Judge.Create(ScenarioCatalogue.All).Conclude(run);
        return judged with
        {
            Complete = judged.Trials.Count == plan.TrialsPerRound * plan.Plan.Rounds,
            FinishedAt = _clock.GetUtcNow(),
            Checks = [.. judged.Checks, .. Thresholds.Judge(settings.Thresholds, judged)],
            Claims = [.. ClaimCatalogue.Create(ScenarioCatalogue.All).Judge(new Evidence([judged]))],
        };
    }

    private async Task MeasureAsync(RunJournal journal, Keeper keeper, IProgress<RunProgress> display, CancellationToken cancellation)
    {
        await using var telemetry = TelemetrySession.Start(settings.Telemetry, journal.Run.Id, line => console.Write(new TextLine(line)));
        var progress = new ProgressReporter(display, plan.TrialsPerRound * (plan.Plan.Rounds + 3));
        progress.Preparing($"starting the I/O server{(!plan.NeedsGrains ? "" : settings.Cluster is null ? " and the silos" : " and connecting to the cluster")}");
        try
        {
            await using var laboratory = await Laboratory.StartAsync(StartCluster(telemetry), telemetry.Environment.Variables, cancellation);
            var trials = new TrialRunner(laboratory, _clock);
            await new Runner(plan, trials, journal, progress).RunAsync(cancellation);
            await new TracedRound(plan, trials, telemetry.Traces, progress).RunAsync(cancellation);
        }
        finally
        {
            keeper.Keep(() => telemetry.Save(settings.Folder));
        }
    }

    private Func<CancellationToken, Task<ICluster>>? StartCluster(TelemetrySession telemetry) =>
        plan.NeedsGrains ? token => ClusterChoice.StartAsync(settings.Cluster, plan.Plan.Silos, telemetry.Environment.Variables, token) : null;

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
