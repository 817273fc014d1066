using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cpu;

/// <summary><see cref="Task.Run(Action)"/> hands the computation to the thread pool, which has a thread a core.</summary>
internal sealed class CpuOnTasks() : Workload<CpuJob, CpuAnswer>(Model.Tasks)
{
    public override async Task<CpuAnswer> RunAsync(CpuJob job, TrialContext trial, CancellationToken cancellation)
    {
        var operations = trial.Offer(job.Load, cancellation);
        var counts = new ConcurrentBag<PrimeCount>();

        await Task.WhenAll(Enumerable.Range(0, job.Units).Select(_ => Task.Run(CountRanges, cancellation)));
        return new CpuAnswer(counts);

        void CountRanges()
        {
            foreach (var operation in operations)
            {
                operation.Run(() => counts.Add(Primes.Count(job.RangeOf(operation), cancellation)));
            }
        }
    }
}
