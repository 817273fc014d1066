using Interleave.Client.Models;
using Interleave.Grains.Computing;

namespace Interleave.Client.Scenarios.Fairness;

/// <summary>A hog holds its own grain for as long as it computes, and a thread of its silo; other grains have the other threads.</summary>
internal sealed class FairnessOnGrains() : Workload<FairnessJob, FairnessAnswer>(Model.Grains)
{
    private IReadOnlyList<IComputingGrain> _shorts = [];
    private IComputingGrain? _hog;

    public override async Task PrepareAsync(FairnessJob job, TrialContext trial, CancellationToken cancellation)
    {
        var silos = await trial.FindGrainsAsync<IComputingGrain>(job.Place == HogPlace.AnotherSilo ? 2 : 1, job.Load.Concurrency + 1);
        _shorts = [.. silos[0].Take(job.Load.Concurrency)];
        _hog = job.Place switch
        {
            HogPlace.SameGrain => _shorts[0],
            HogPlace.AnotherGrain => silos[0][^1],
            _ => silos[1][0],
        };
    }

    public override async Task<FairnessAnswer> RunAsync(FairnessJob job, TrialContext trial, CancellationToken cancellation)
    {
        var hog = new Hog(job, trial);
        var shorts = trial.Offer(job.Load, cancellation);
        var primes = 0L;

        var hogs = hog.RunAsync(() => _hog!.CountPrimes(job.Long, cancellation)); // Set when the trial was prepared.
        await Task.WhenAll(
            _shorts.Select(grain => shorts.ForEachAsync(async _ => Interlocked.Add(ref primes, await grain.CountPrimes(job.Short, cancellation)))));
        hog.End();
        await hogs;
        return new FairnessAnswer(primes, hog.Computations);
    }
}
