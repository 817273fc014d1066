using System.Diagnostics;
using Interleave.Client.Models;
using Interleave.Grains.Tracing;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Spinner;

/// <summary>The supervisor awaits the slow work; a task spins until it is cancelled where it waits.</summary>
internal sealed class SpinnerOnTasks() : Workload<SpinnerJob, SpinnerAnswer>(Model.Tasks)
{
    private readonly WaitClient _http = WaitClient.Awaiting();

    public override Task<SpinnerAnswer> RunAsync(SpinnerJob job, TrialContext trial, CancellationToken cancellation) =>
        SuperviseAsync(job, trial, _http, cancellation);

    public static async Task<SpinnerAnswer> SuperviseAsync(SpinnerJob job, TrialContext trial, WaitClient http, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var frames = new FrameClock(job.FrameTime);
        var spinner = SpinAsync(frames, stop.Token);

        long result, told;
        try
        {
            result = await job.WorkAt(trial.IoServer).DoAsync(http, cancellation);
        }
        finally
        {
            told = TraceMark.Cancel();
            await stop.CancelAsync();
            await spinner;
        }

        return new SpinnerAnswer(result, frames.Stop(), Stopwatch.GetElapsedTime(told));
    }

    private static async Task SpinAsync(FrameClock frames, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(frames.FrameTime);
        try
        {
            while (await timer.WaitForNextTickAsync(stop) && !stop.IsCancellationRequested)
            {
                frames.Show();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Cancelled where it waits: nothing to clean up.
        }
    }
}
