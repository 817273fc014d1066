using System.Diagnostics;
using Interleave.Client.Models;
using Interleave.Grains.Tracing;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Spinner;

/// <summary>The spinner and the slow work are a work item each: they run side by side as long as the pool has a thread for both.</summary>
internal sealed class SpinnerOnPool() : BlockingWorkload<SpinnerJob, SpinnerAnswer>(Model.Pool)
{
    private readonly WaitClient _http = WaitClient.Blocking();

    protected override SpinnerAnswer Run(SpinnerJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var stop = new ManualResetEventSlim();
        var frames = new FrameClock(job.FrameTime);
        var spinner = PoolGroup.Start(() => SpinnerOnThreads.Spin(frames, stop));

        long result = 0, told;
        try
        {
            PoolGroup.Run(() => result = job.WorkAt(trial.IoServer).Do(_http, cancellation));
        }
        finally
        {
            told = TraceMark.Cancel();
            stop.Set();
            spinner.Join();
        }

        return new SpinnerAnswer(result, frames.Stop(), Stopwatch.GetElapsedTime(told));
    }
}
