using System.Diagnostics;
using Interleave.Client.Models;
using Interleave.Client.Models.Processes;
using Interleave.Grains.Tracing;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Spinner;

/// <summary>One process spins until it is told to stop, another does the slow work: they share nothing but their supervisor.</summary>
internal sealed class SpinnerOnProcesses() : BlockingWorkload<SpinnerJob, SpinnerAnswer>(Model.Processes)
{
    public override Task PrepareAsync(SpinnerJob job, TrialContext trial, CancellationToken cancellation)
    {
        StartSpinner(trial, cancellation);
        StartWorker(trial, cancellation);
        return Task.CompletedTask;
    }

    protected override SpinnerAnswer Run(SpinnerJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (spinner, worker) = (StartSpinner(trial, cancellation), StartWorker(trial, cancellation));
        var frames = new Frames(job.FrameTime, [], TimeSpan.Zero);
        var spinning = ThreadGroup.Start(() => frames = spinner.Ask(job.FrameTime, stop.Token));

        long result, told;
        try
        {
            result = worker.Ask(SlowRequest.From(job.WorkAt(trial.IoServer)), cancellation);
        }
        finally
        {
            told = TraceMark.Cancel();
            stop.Cancel();
            spinning.Join();
        }

        return new SpinnerAnswer(result, frames, Stopwatch.GetElapsedTime(told));
    }

    /// <summary>Both are there already, except at the first time.</summary>
    private static ProcessUnit<TimeSpan, Frames> StartSpinner(TrialContext trial, CancellationToken cancellation) =>
        trial.Processes.Get<Spin, TimeSpan, Frames>(processes: 1, unitsEach: 1, cancellation).Units[0];

    private static ProcessUnit<SlowRequest, long> StartWorker(TrialContext trial, CancellationToken cancellation) =>
        trial.Processes.Get<DoSlowWork, SlowRequest, long>(processes: 1, unitsEach: 1, cancellation).Units[0];

    private sealed class Spin : IProcessWork<TimeSpan, Frames>
    {
        public Frames Do(TimeSpan request, CancellationToken cancellation)
        {
            var frames = new FrameClock(request);
            while (!cancellation.WaitHandle.WaitOne(frames.UntilNext))
            {
                frames.Show();
            }

            return frames.Stop();
        }
    }

    private sealed class DoSlowWork : IProcessWork<SlowRequest, long>
    {
        private readonly WaitClient _http = WaitClient.Blocking();

        public long Do(SlowRequest request, CancellationToken cancellation) => request.ToWork().Do(_http, cancellation);
    }
}
