using Interleave.Client.Capacity;
using Interleave.Client.IoServer;
using Interleave.Client.Judging;
using Interleave.Client.Judging.Thresholds;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Export;
using Interleave.Client.Reporting.Html;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Running;
using Interleave.Client.Scenarios;
using Interleave.Client.Telemetry;
using Interleave.Client.Telemetry.Timelines;
using Interleave.Client.Workers;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary>The flow of a search for capacities: search, judge, report. Interrupted or failed, it keeps what was measured.</summary>
/// <param name="conclude">Says what follows from what was found; not asked where the search did not come to its end.</param>
internal sealed class CapacityFlow(CapacityAsked asked, string folder, Action<IReadOnlyList<ModelCapacity>> conclude, IAnsiConsole console)
{
    /// <summary>A guess, for progress: warm-ups, doublings, bisections.</summary>
    private const int TrialsALaunch = 9;

    private readonly TimeProvider _clock = TimeProvider.System;
    private IReadOnlyList<ModelCapacity> _found = [];

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var journal = new RunJournal(folder, Begin(), _clock);
        var saver = new RunSaver(journal, folder);
        journal.Save(journal.Run);
        CapacityTable.WriteHeader(console, journal.Run, asked.Request.Goal.Description, asked.Settings.Hosts);

        var end = await MeasureAsync(journal, saver, cancellation);
        saver.Keep(() => journal.Save(Conclude(journal.Run)));
        saver.Keep(() => Exports.Write(asked.Settings.Exports, journal.Run, folder));
        var page = Path.Combine(folder, HtmlReport.Name);
        saver.Keep(() => HtmlReport.Write(journal.Run, KeptTimelines.In(folder), page));
        if (_found.Count > 0)
        {
            conclude(_found);
        }

        foreach (var check in journal.Run.Checks.Where(check => !check.Ok))
        {
            console.Write(new TextLine(FormattableString.Invariant(
                $"FAILED check '{check.Name}': {check.Scenario} on {check.Model}: expected {check.Expected}, observed {check.Observed}")));
        }

        var trouble = end.Trouble is null ? "" : $"{end.Trouble} ";
        console.Write(new TextLine(saver.KeptAll ? $"{trouble}Figures and report: {page}" : saver.Tell()));
        return RunOutcome.ExitCodeOf(journal.Run with { Trials = [.. Found(journal.Run)] }, end, saver.KeptAll);
    }

    private static IEnumerable<Trial> Found(Run run) => run.Trials.Where(trial => trial.Variant == CapacityMetrics.Variant);

    private async Task<RunEnd> MeasureAsync(RunJournal journal, RunSaver saver, CancellationToken cancellation)
    {
        using var telemetry = TelemetrySession.Start(asked.Settings.Telemetry, journal.Run.Id);
        try
        {
            await ProgressDisplay.RunAsync(console, display => SearchAsync(journal, telemetry, display, cancellation));
            return RunEnd.AsPlanned;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return RunEnd.ByInterruption;
        }
        catch (IoServerLostException exception)
        {
            return RunEnd.By(exception);
        }
        catch (UnsavedException exception)
        {
            saver.Failed(exception);
            return RunEnd.AsPlanned;
        }
    }

    private async Task SearchAsync(RunJournal journal, TelemetrySession telemetry, IProgress<RunProgress> display, CancellationToken cancellation)
    {
        var progress = new ProgressReporter(display, TrialsALaunch * asked.Request.Effort.Launches * asked.Request.Scenario.Workers.Count);
        progress.Preparing("starting the I/O server");
        var environment = Compilation.AddTo(telemetry.Environment.Variables);
        await using var server = await IoServerProcess.StartAsync(cancellation, environment);
        var starter = new WorkerStarter(
            environment, [Environment.ProcessId, server.ProcessId], server.ProcessId, warning => console.Write(new TextLine(warning)), _clock);
        var workers = new WorkerSource(starter, new Assignments(asked.Plan, server.Address, cluster: null), server);
        _found = await new CapacityRunner(asked.Request, workers, journal, progress).RunAsync(cancellation);
    }

    private Run Conclude(Run run)
    {
        var judged = CapacityPlan.Widened(Judge.Create([.. ScenarioCatalogue.All.Union([asked.Request.Scenario.Scenario])]).Conclude(run));
        return judged with
        {
            Complete = Found(judged).Count() == asked.Request.Effort.Launches * asked.Request.Scenario.Workers.Count,
            FinishedAt = _clock.GetUtcNow(),
            Checks = [.. judged.Checks, .. Thresholds.Judge(asked.Settings.Thresholds, judged)],
        };
    }

    private Run Begin() => new(
        Run.CurrentSchema,
        Guid.NewGuid().ToString("N"),
        _clock.GetUtcNow(),
        FinishedAt: null,
        Complete: false,
        EnvironmentProbe.Read(),
        asked.Plan.Plan,
        [],
        [],
        [],
        [],
        []);
}
