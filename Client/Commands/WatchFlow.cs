using Interleave.Client.Clusters;
using Interleave.Client.IoServer;
using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Running;
using Interleave.Client.Scenarios;
using Interleave.Client.Workers;
using Interleave.Client.Workers.Wire;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary>Spinners to look at: one model after the other shows its frames as they come, beside slow work.</summary>
/// <remarks>Where there is no terminal, a line tells how each of them went.</remarks>
internal sealed class WatchFlow(RunPlan plan, RunningCluster? cluster, IAnsiConsole console)
{
    private const string Spinner = "spinner";
    private const int OnlyRound = 1;

    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(40);

    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly PlannedScenario _scenario = plan.Scenarios[0];

    /// <summary>What cannot be watched.</summary>
    public static IEnumerable<string> Faults(PlanRequest asked)
    {
        if (asked.Scenarios is not [Spinner])
        {
            yield return $"--watch shows spinners: it is allowed with the scenario '{Spinner}' alone.";
        }

        string?[] repeating = [asked.Cores is null ? null : "--cores", asked.Rounds is null ? null : "--rounds", asked.Launches is null ? null : "--launches"];
        foreach (var option in repeating.OfType<string>())
        {
            yield return $"--watch shows every model once, on all cores: leave {option} out.";
        }
    }

    /// <summary>A quick trial is over before anybody has looked.</summary>
    public static PlanRequest LongEnough(PlanRequest asked) => asked with { Profile = asked.Profile ?? "thorough" };

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var frames = new FrameListener();
        var environment = Compilation.AddTo(new Dictionary<string, string?> { [frames.Variable.Name] = frames.Variable.Value });
        await using var server = await IoServerProcess.StartAsync(cancellation, environment);
        int[] bystanders = [Environment.ProcessId, server.ProcessId, .. cluster?.Silos.Select(silo => silo.ProcessId).OfType<int>() ?? []];
        var starter = new WorkerStarter(environment, bystanders, server.ProcessId, warning => console.Write(new TextLine(warning)), _clock);
        var source = new WorkerSource(starter, new Assignments(plan, server.Address, cluster), server);
        var slots = _scenario.Workers.Select(worker => source.Slot(_scenario, worker)).ToList();
        try
        {
            console.Write(new TextLine($"{Spinner}: starting {slots.Count} models, which then spin one after the other"));
            await Task.WhenAll(slots.Select(slot => TryStartAsync(slot, cancellation)));
            return await ShowAsync(slots, frames, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        finally
        {
            await Task.WhenAll(slots.Select(slot => slot.DisposeAsync().AsTask()));
        }
    }

    /// <summary>A worker that does not start now is tried again when it is its turn, and then tells why.</summary>
    private static async Task TryStartAsync(WorkerSlot slot, CancellationToken cancellation)
    {
        try
        {
            await slot.StartAsync(cancellation);
        }
        catch (WorkerLostException)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private async Task<int> ShowAsync(IReadOnlyList<WorkerSlot> slots, FrameListener frames, CancellationToken cancellation)
    {
        var board = new SpinnerBoard([.. slots.Select(slot => slot.Planned.Name)], [.. _scenario.Variants.Select(variant => variant.Name)], _clock);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        WatchedSpinner? now = null;
        var listening = frames.ListenAsync(() => now?.Show(), over.Token);
        try
        {
            return console.Profile.Out.IsTerminal
                ? await console.Live(board.Draw()).StartAsync(live => DrawWhileAsync(live, board, SpinAsync()))
                : await SpinAsync();
        }
        finally
        {
            await over.CancelAsync();
            await listening;
        }

        async Task<int> SpinAsync()
        {
            var failed = false;
            foreach (var (variant, slot) in from variant in _scenario.Variants from slot in slots where slot.Planned.Runs(variant) select (variant, slot))
            {
                now = board[slot.Planned.Name, variant.Name];
                now.Begin();
                failed |= !await TrySpinAsync(slot, new WorkerOrder.RunTrial(variant.Name, OnlyRound, Launch: 1, Sequential: null), now, cancellation);
                if (!console.Profile.Out.IsTerminal)
                {
                    console.Write(new TextLine($"{variant.Name}, {slot.Planned.Name}: {now.Look().Text}"));
                }
            }

            return failed ? ExitCode.Failed : ExitCode.Done;
        }
    }

    private static async Task<bool> TrySpinAsync(WorkerSlot slot, WorkerOrder.RunTrial order, WatchedSpinner spinner, CancellationToken cancellation)
    {
        try
        {
            if (!slot.HasWorker)
            {
                await slot.StartAsync(cancellation);
            }

            var watched = await slot.DoAsync(worker => worker.RunAsync(order, cancellation));
            spinner.End(watched.Trial);
            return watched.Trial.Error is null;
        }
        catch (WorkerLostException lost)
        {
            // A signal to the whole group of processes ends workers too.
            cancellation.ThrowIfCancellationRequested();
            spinner.Fail(lost.Message);
            return false;
        }
    }

    private async Task<int> DrawWhileAsync(LiveDisplayContext live, SpinnerBoard board, Task<int> spinning)
    {
        using var timer = new PeriodicTimer(Redraw, _clock);
        while (!spinning.IsCompleted)
        {
            live.UpdateTarget(board.Draw());
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        live.UpdateTarget(board.Draw());
        return await spinning;
    }
}
