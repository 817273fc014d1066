using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cpu;

/// <summary>Every range is a work item of its own: the pool has a thread a core, and computing holds it no longer than it must.</summary>
internal sealed class CpuOnPool() : Workload<CpuJob, CpuAnswer>(Model.Pool)
{
    public override async Task<CpuAnswer> RunAsync(CpuJob job, TrialContext trial, CancellationToken cancellation)
    {
        var counts = new ConcurrentBag<PrimeCount>();
        var ranges = trial.Offer(job.Load, cancellation);

        await Task.WhenAll(job.Load.ForEachUnit(_ => ranges.ForEachAsync(range => Task.Run(
            () => counts.Add(Primes.Count(job.Part(range), cancellation)), cancellation))));
        return new CpuAnswer(counts);
    }
}
