using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Fairness;

/// <summary>The system takes the core away from the hog whenever another thread has waited long enough.</summary>
internal sealed class FairnessOnThreads() : BlockingWorkload<FairnessJob, FairnessAnswer>(Model.Threads)
{
    protected override FairnessAnswer Run(FairnessJob job, TrialContext trial, CancellationToken cancellation)
    {
        var hog = new Hog(job, trial);
        var shorts = trial.Offer(job.Load, cancellation);
        var primes = 0L;

        var hogs = ThreadGroup.Start(() => hog.Run(() => Primes.Count(job.Long, cancellation)));
        ThreadGroup.Run(job.Load.Concurrency, () => shorts.ForEach(_ => Interlocked.Add(ref primes, Primes.Count(job.Short, cancellation).Primes)));
        hog.End();
        hogs.Join();
        return new FairnessAnswer(primes, hog.Computations);
    }
}
