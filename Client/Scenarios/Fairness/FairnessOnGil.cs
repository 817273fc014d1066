using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Fairness;

/// <summary>The lock is taken away from the hog every five milliseconds, if a short operation waits for it.</summary>
internal sealed class FairnessOnGil() : BlockingWorkload<FairnessJob, FairnessAnswer>(Model.Gil)
{
    protected override FairnessAnswer Run(FairnessJob job, TrialContext trial, CancellationToken cancellation)
    {
        var gil = new GlobalLock();
        var hog = new Hog(job, trial);
        var shorts = trial.Offer(job.Load, cancellation);
        var primes = 0L;

        var hogs = ThreadGroup.Start(() => hog.Run(() => gil.Run(() => Primes.Count(job.Long, gil.Point, cancellation))));
        ThreadGroup.Run(job.Load.Concurrency, () => shorts.ForEach(_ => gil.Run(() =>
        {
            var found = Primes.Count(job.Short, gil.Point, cancellation).Primes; // The lock may change hands in here, as it may not between reading and adding.
            primes += found;
        })));
        hog.End();
        hogs.Join();
        return new FairnessAnswer(primes, hog.Computations);
    }
}
