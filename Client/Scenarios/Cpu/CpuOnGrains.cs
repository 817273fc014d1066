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
        var operations = trial.Offer(job.Load, cancellation);
        var counts = new ConcurrentBag<PrimeCount>();

        await Task.WhenAll(Enumerable.Range(0, job.Units).Select(unit => CountRangesAsync(trial.Grains.GetGrain<IPrimeGrain>(unit))));
        return new CpuAnswer(counts);

        async Task CountRangesAsync(IPrimeGrain grain)
        {
            await foreach (var operation in operations)
            {
                await operation.RunAsync(async () => counts.Add(await grain.Count(job.RangeOf(operation), cancellation)));
            }
        }
    }
}
