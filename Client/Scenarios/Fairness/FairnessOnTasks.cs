using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Fairness;

/// <summary>The hog never awaits: it keeps the thread of the pool on which it runs, and the short ones share what is left.</summary>
internal sealed class FairnessOnTasks() : Workload<FairnessJob, FairnessAnswer>(Model.Tasks)
{
    public override async Task<FairnessAnswer> RunAsync(FairnessJob job, TrialContext trial, CancellationToken cancellation)
    {
        var hog = new Hog(job, trial);
        var shorts = trial.Offer(job.Load, cancellation);
        var primes = 0L;

        var hogs = Task.Run(() => hog.Run(() => Primes.Count(job.Long, cancellation)), cancellation);
        await Task.WhenAll(job.Load.ForEachUnit(_ => Task.Run(
            () => shorts.ForEachAsync(_ =>
            {
                Interlocked.Add(ref primes, Primes.Count(job.Short, cancellation).Primes);
                return Task.CompletedTask;
            }),
            cancellation)));
        hog.End();
        await hogs;
        return new FairnessAnswer(primes, hog.Computations);
    }
}
