using System.Net;
using Interleave.Client.Clusters;
using Interleave.Client.IoServer;
using Interleave.Client.Judging;
using Interleave.Client.Judging.Thresholds;
using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Running;
using Interleave.Client.Scenarios;
using Interleave.Client.Telemetry;
using Interleave.Client.Workers;
using Interleave.Silo;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary>The flow of a run: measure, judge, report. Interrupted or failed, it keeps what was measured.</summary>
internal sealed class RunFlow(RunPlan plan, RunSettings settings, IAnsiConsole console)
{
    private readonly TimeProvider _clock = TimeProvider.System;

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var journal = new RunJournal(settings.Folder, Begin(), _clock);
        var saver = new RunSaver(journal, settings.Folder);
        journal.Save(journal.Run);
        RunHeader.Write(console, journal.Run);
        settings.Hosts.ToList().ForEach(host => console.Write(new TextLine($"Requests are sent to {host}, as --allow-host allows.")));

        IOutcome outcome = plan.Plan.Twins.Count > 0
            ? new PlaceboOutcomes(console, settings.Folder)
            : new ContrastOutcomes(console, settings, () => Conclude(journal.Run));
        var end = await MeasureAsync(journal, saver, outcome, cancellation);
        saver.Keep(() => journal.Save(Conclude(journal.Run)));
        outcome.Tell(journal.Run, end, saver);
        return RunOutcome.ExitCodeOf(journal.Run, end, saver.KeptAll);
    }

    private async Task<RunEnd> MeasureAsync(RunJournal journal, RunSaver saver, IOutcome outcome, CancellationToken cancellation)
    {
        using var telemetry = TelemetrySession.Start(settings.Telemetry, journal.Run.Id);
        try
        {
            await ProgressDisplay.RunAsync(console, display => RunTrialsAsync(journal, telemetry, outcome.Beside(display), cancellation));
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
        finally
        {
            // Everything has ended, and left its last span.
            saver.Keep(() => telemetry.Save(settings.Folder));
        }
    }

    private async Task RunTrialsAsync(RunJournal journal, TelemetrySession telemetry, IProgress<RunProgress> display, CancellationToken cancellation)
    {
        var progress = new ProgressReporter(display, plan.ExpectedTrials);
        progress.Preparing("starting the I/O server");
        var environment = Compilation.AddTo(telemetry.Environment.Variables);
        var reachable = settings.SilosReachIoServer ? ReachableFrom(settings.Cluster) : null;
        await using var server = await IoServerProcess.StartAsync(cancellation, environment, reachable);
        var starter = new WorkerStarter(
            environment,
            [Environment.ProcessId, server.ProcessId, .. settings.Cluster?.Silos.Select(silo => silo.ProcessId).OfType<int>() ?? []],
            server.ProcessId,
            warning => console.Write(new TextLine(warning)),
            _clock);
        var workers = new WorkerSource(starter, new Assignments(plan, server.Address, settings.Cluster), server);
        await new Runner(plan, workers, journal, progress).RunAsync(cancellation);
    }

    /// <summary>The address of this machine that silos on others reach; null where all are on this one.</summary>
    private static IPAddress? ReachableFrom(RunningCluster? cluster) =>
        cluster?.Address.Gateways.FirstOrDefault(gateway => !IPAddress.IsLoopback(gateway.Address)) is { } gateway
            ? OwnAddress.SourceTo(gateway.Address, gateway.Port)
            : null;

    /// <summary>Draws every conclusion from what was measured, however far that came.</summary>
    private Run Conclude(Run run)
    {
        var judged = Judge.Create([.. ScenarioCatalogue.All.Union(plan.Scenarios.Select(planned => planned.Scenario))]).Conclude(run);
        return judged with
        {
            Complete = judged.Trials.Count == plan.TrialsPerRound * plan.Plan.Rounds,
            FinishedAt = _clock.GetUtcNow(),
            Checks = [.. judged.Checks, .. Thresholds.Judge(settings.Thresholds, judged)],
        };
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
        [])
    {
        Placebo = new LastPlacebo(StateFolder.OfThisUser).Read(),
    };
}
