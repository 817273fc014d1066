using System.Collections.Concurrent;
using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cpu;

/// <summary>The system gives every thread a core, as long as there are cores.</summary>
internal sealed class CpuOnThreads() : BlockingWorkload<CpuJob, CpuAnswer>(Model.Threads)
{
    protected override CpuAnswer Run(CpuJob job, TrialContext trial, CancellationToken cancellation)
    {
        var counts = new ConcurrentBag<PrimeCount>();
        var ranges = trial.Offer(job.Load, cancellation);

        ThreadGroup.Run(job.Load.Concurrency, () =>
            ranges.ForEach(range => counts.Add(Primes.Count(job.Part(range), cancellation))));
        return new CpuAnswer(counts);
    }
}
