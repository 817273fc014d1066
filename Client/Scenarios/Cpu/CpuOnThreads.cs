using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cpu;

/// <summary>The system gives every thread a core, as long as there are cores.</summary>
internal sealed class CpuOnThreads() : BlockingWorkload<CpuJob, CpuAnswer>(Model.Threads)
{
    protected override CpuAnswer Run(CpuJob job, TrialContext trial, CancellationToken cancellation)
    {
        var operations = trial.Offer(job.Load, cancellation);
        var counts = new ConcurrentBag<PrimeCount>();

        var threads = ThreadGroup.Start(job.Units, CountRanges);
        threads.Join();
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
