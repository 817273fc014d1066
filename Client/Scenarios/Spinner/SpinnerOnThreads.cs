using System.Diagnostics;
using Interleave.Client.Models;
using Interleave.Grains.Tracing;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Spinner;

/// <summary>The supervisor does the slow work itself; a second thread spins until it sees the signal.</summary>
internal sealed class SpinnerOnThreads() : BlockingWorkload<SpinnerJob, SpinnerAnswer>(Model.Threads)
{
    private readonly WaitClient _http = WaitClient.Blocking();

    protected override SpinnerAnswer Run(SpinnerJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var stop = new ManualResetEventSlim();
        var frames = new FrameClock(job.FrameTime);
        var spinner = ThreadGroup.Start(() => Spin(frames, stop));

        long result, told;
        try
        {
            result = job.WorkAt(trial.IoServer).Do(_http, cancellation);
        }
        finally
        {
            told = TraceMark.Cancel();
            stop.Set();
            spinner.Join();
        }

        return new SpinnerAnswer(result, frames.Stop(), Stopwatch.GetElapsedTime(told));
    }

    public static void Spin(FrameClock frames, ManualResetEventSlim stop)
    {
        while (!stop.Wait(frames.UntilNext))
        {
            frames.Show();
        }
    }
}
