using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cpu;

/// <summary>Coroutines take turns on one thread: each yields between its ranges, none within one.</summary>
internal sealed class CpuOnLoop() : Workload<CpuJob, CpuAnswer>(Model.Loop)
{
    public override Task<CpuAnswer> RunAsync(CpuJob job, TrialContext trial, CancellationToken cancellation)
    {
        var operations = trial.Offer(job.Load, cancellation);
        var counts = new List<PrimeCount>();

        return EventLoop.RunAsync(async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, job.Units).Select(_ => CountRangesAsync()));
            return new CpuAnswer(counts);
        });

        async Task CountRangesAsync()
        {
            await foreach (var operation in operations)
            {
                operation.Run(() => counts.Add(Primes.Count(job.RangeOf(operation), cancellation)));
                await Task.Yield();
            }
        }
    }
}
