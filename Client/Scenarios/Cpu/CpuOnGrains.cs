using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Grains.Cpu;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cpu;

/// <summary>Every grain computes one range at a time; silos spread the grains over their cores.</summary>
internal sealed class CpuOnGrains() : Workload<CpuJob, CpuAnswer>(Model.Grains)
{
    public override async Task<CpuAnswer> RunAsync(CpuJob job, TrialContext trial, CancellationToken cancellation)
    {
        var counts = new ConcurrentBag<PrimeCount>();
        var ranges = trial.Offer(job.Load, cancellation);

        await Task.WhenAll(trial.GrainsOf<IPrimeGrain>(job.Load.Concurrency).Select(grain =>
            ranges.ForEachAsync(async range => counts.Add(await grain.Count(job.Part(range), cancellation)))));
        return new CpuAnswer(counts);
    }
}
