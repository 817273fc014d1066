using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cpu;

/// <summary>Coroutines take turns on one thread: each yields between its ranges, none within one.</summary>
internal sealed class CpuOnLoop() : Workload<CpuJob, CpuAnswer>(Model.Loop)
{
    public override Task<CpuAnswer> RunAsync(CpuJob job, TrialContext trial, CancellationToken cancellation) => EventLoop.RunAsync(async () =>
    {
        var counts = new List<PrimeCount>();
        var ranges = trial.Offer(job.Load, cancellation);

        await Task.WhenAll(job.Load.ForEachUnit(_ => ranges.ForEachAsync(async range =>
        {
            counts.Add(Primes.Count(job.Part(range), cancellation));
            await Task.Yield();
        })));
        return new CpuAnswer(counts);
    });
}
