using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.ForkJoin;

/// <summary>Threads under one lock: a child lets it go while it waits, so that the parent can compute.</summary>
internal sealed class ForkJoinOnGil() : BlockingWorkload<ForkJoinJob, ForkJoinAnswer>(Model.Gil)
{
    private readonly WaitClient _http = WaitClient.Blocking();

    protected override ForkJoinAnswer Run(ForkJoinJob job, TrialContext trial, CancellationToken cancellation)
    {
        var gil = new GlobalLock();
        var parent = new BlockingParent(job, trial, _http, cancellation);
        var children = ThreadGroup.Start(
            Enumerable.Range(0, job.Children).Select(child => (Action)(() => gil.Run(() => Released(() => parent.RunChild(child))))));
        return parent.Run(children.Join, Compute);

        bool Released(Action child) => gil.Released(() =>
        {
            child();
            return true;
        });

        long Compute()
        {
            var primes = 0L;
            gil.Run(() => primes = Primes.Count(job.OwnWork, gil.Point, cancellation).Primes);
            return primes;
        }
    }
}
