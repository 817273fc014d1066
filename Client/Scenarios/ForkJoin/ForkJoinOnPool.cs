using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.ForkJoin;

/// <summary>A work item a child: where there are more children than threads in the pool, the later ones begin when it has made another.</summary>
internal sealed class ForkJoinOnPool() : BlockingWorkload<ForkJoinJob, ForkJoinAnswer>(Model.Pool)
{
    private readonly WaitClient _http = WaitClient.Blocking();

    protected override ForkJoinAnswer Run(ForkJoinJob job, TrialContext trial, CancellationToken cancellation)
    {
        var parent = new BlockingParent(job, trial, _http, cancellation);
        var children = PoolGroup.Start(Enumerable.Range(0, job.Children).Select(child => (Action)(() => parent.RunChild(child))));
        return parent.Run(children.Join, () => Primes.Count(job.OwnWork, cancellation).Primes) with { ChildrenQueue = true };
    }
}
