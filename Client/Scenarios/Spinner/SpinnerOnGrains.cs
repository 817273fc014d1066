using System.Diagnostics;
using Interleave.Client.Models;
using Interleave.Grains.Spinner;
using Interleave.Grains.Tracing;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Spinner;

/// <summary>One grain spins by its timer, another does the slow work; a grain does one thing at a time.</summary>
internal sealed class SpinnerOnGrains() : Workload<SpinnerJob, SpinnerAnswer>(Model.Grains)
{
    public override async Task<SpinnerAnswer> RunAsync(SpinnerJob job, TrialContext trial, CancellationToken cancellation)
    {
        var spinner = trial.Grains.GetGrain<ISpinnerGrain>(0);
        var slow = trial.Grains.GetGrain<ISlowGrain>(job.OneGrain ? 0 : 1);

        await spinner.Start(job.FrameTime);
        long result, told;
        Frames frames;
        try
        {
            result = await slow.Do(job.WorkAt(trial.IoServer), cancellation);
        }
        finally
        {
            told = TraceMark.Cancel();
            frames = await spinner.Stop();
        }

        return new SpinnerAnswer(result, frames, Stopwatch.GetElapsedTime(told));
    }
}
