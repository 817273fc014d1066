using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Fairness;

/// <summary>The hog is a work item that never ends by itself: it keeps a thread of the pool, and short ones wait for the others.</summary>
internal sealed class FairnessOnPool() : BlockingWorkload<FairnessJob, FairnessAnswer>(Model.Pool)
{
    protected override FairnessAnswer Run(FairnessJob job, TrialContext trial, CancellationToken cancellation)
    {
        var hog = new Hog(job, trial);
        var shorts = trial.Offer(job.Load, cancellation);
        var primes = 0L;

        var hogs = PoolGroup.Start(() => hog.Run(() => Primes.Count(job.Long, cancellation)));
        PoolGroup.Run(job.Load.Concurrency, () => shorts.ForEach(_ => Interlocked.Add(ref primes, Primes.Count(job.Short, cancellation).Primes)));
        hog.End();
        hogs.Join();
        return new FairnessAnswer(primes, hog.Computations);
    }
}
