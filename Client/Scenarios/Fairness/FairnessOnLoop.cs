using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Fairness;

/// <summary>The hog lets go only between two of its computations: whatever becomes due meanwhile waits for all of it.</summary>
internal sealed class FairnessOnLoop() : Workload<FairnessJob, FairnessAnswer>(Model.Loop)
{
    public override Task<FairnessAnswer> RunAsync(FairnessJob job, TrialContext trial, CancellationToken cancellation) => EventLoop.RunAsync(async () =>
    {
        var hog = new Hog(job, trial);
        var shorts = trial.Offer(job.Load, cancellation);
        var primes = 0L;

        var units = job.Load.ForEachUnit(_ => shorts.ForEachAsync(_ =>
        {
            primes += Primes.Count(job.Short, cancellation).Primes;
            return Task.CompletedTask;
        })).ToList();
        var hogs = hog.RunAsync(async () =>
        {
            Primes.Count(job.Long, cancellation);
            await Task.Yield();
        });
        await Task.WhenAll(units);
        hog.End();
        await hogs;
        return new FairnessAnswer(primes, hog.Computations);
    });
}
