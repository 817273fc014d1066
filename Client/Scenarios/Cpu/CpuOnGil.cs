using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cpu;

/// <summary>Threads that compute one at a time, whichever has the lock: what they share needs no other.</summary>
internal sealed class CpuOnGil() : BlockingWorkload<CpuJob, CpuAnswer>(Model.Gil)
{
    protected override CpuAnswer Run(CpuJob job, TrialContext trial, CancellationToken cancellation)
    {
        var counts = new List<PrimeCount>();
        var ranges = trial.Offer(job.Load, cancellation);
        var gil = new GlobalLock();

        GilGroup.Run(gil, job.Load.Concurrency, () =>
            ranges.ForEach(range => counts.Add(Primes.Count(job.Part(range), gil.Point, cancellation))));
        return new CpuAnswer(counts) { Gil = gil };
    }
}
