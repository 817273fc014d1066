using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cpu;

/// <summary><see cref="Task.Run(Action)"/> hands the computation to the thread pool, which has a thread a core.</summary>
internal sealed class CpuOnTasks() : Workload<CpuJob, CpuAnswer>(Model.Tasks)
{
    public override async Task<CpuAnswer> RunAsync(CpuJob job, TrialContext trial, CancellationToken cancellation)
    {
        var counts = new ConcurrentBag<PrimeCount>();
        var ranges = trial.Offer(job.Load, cancellation);

        await Task.WhenAll(job.Load.ForEachUnit(_ => Task.Run(
            () => ranges.ForEach(range => counts.Add(Primes.Count(job.Part(range), cancellation))), cancellation)));
        return new CpuAnswer(counts);
    }
}
