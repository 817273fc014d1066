using Interleave.Client.Models;
using Interleave.Grains.Io;

namespace Interleave.Client.Scenarios.ForkJoin;

/// <summary>A grain a child: its call is sent at once, and awaited when its answer is needed.</summary>
internal sealed class ForkJoinOnGrains() : Workload<ForkJoinJob, ForkJoinAnswer>(Model.Grains)
{
    public override Task<ForkJoinAnswer> RunAsync(ForkJoinJob job, TrialContext trial, CancellationToken cancellation)
    {
        var grains = trial.GrainsOf<IWaitingGrain>(job.Children).ToList();
        return ForkJoinOnTasks.ForkAsync(job, trial, child => grains[child].Get(job.RequestOf(child, trial.IoServer), cancellation), cancellation);
    }
}
