using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.ForkJoin;

/// <summary>A thread a child; the parent joins them, which blocks it, or computes first and joins when it needs them.</summary>
internal sealed class ForkJoinOnThreads() : BlockingWorkload<ForkJoinJob, ForkJoinAnswer>(Model.Threads)
{
    private readonly WaitClient _http = WaitClient.Blocking();

    protected override ForkJoinAnswer Run(ForkJoinJob job, TrialContext trial, CancellationToken cancellation)
    {
        var parent = new BlockingParent(job, trial, _http, cancellation);
        var children = ThreadGroup.Start(Enumerable.Range(0, job.Children).Select(child => (Action)(() => parent.RunChild(child))));
        return parent.Run(children.Join, () => Primes.Count(job.OwnWork, cancellation).Primes);
    }
}
