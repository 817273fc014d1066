using System.Diagnostics;
using Interleave.Client.Models;
using Interleave.Grains.Tracing;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Spinner;

/// <summary>Two threads under one lock: a computing thread hands it over to the spinner at intervals, and a waiting one releases it.</summary>
internal sealed class SpinnerOnGil() : BlockingWorkload<SpinnerJob, SpinnerAnswer>(Model.Gil)
{
    private readonly WaitClient _http = WaitClient.Blocking();

    protected override SpinnerAnswer Run(SpinnerJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var stop = new ManualResetEventSlim();
        var gil = new GlobalLock();
        var frames = new FrameClock(job.FrameTime);
        var spinner = ThreadGroup.Start(() => gil.Run(() => Spin(gil, frames, stop)));

        long result = 0, told;
        try
        {
            gil.Run(() => result = gil.Do(job.WorkAt(trial.IoServer), _http, cancellation));
        }
        finally
        {
            told = TraceMark.Cancel();
            stop.Set();
            spinner.Join();
        }

        return new SpinnerAnswer(result, frames.Stop(), Stopwatch.GetElapsedTime(told));
    }

    private static void Spin(GlobalLock gil, FrameClock frames, ManualResetEventSlim stop)
    {
        while (!gil.Released(() => stop.Wait(frames.UntilNext)))
        {
            frames.Show();
        }
    }
}
