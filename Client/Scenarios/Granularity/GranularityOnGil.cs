using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Granularity;

/// <summary>Threads that wait for pieces without the lock, and need it to do them: only one does at a time.</summary>
internal sealed class GranularityOnGil() : BlockingWorkload<GranularityJob, GranularityAnswer>(Model.Gil)
{
    protected override GranularityAnswer Run(GranularityJob job, TrialContext trial, CancellationToken cancellation)
    {
        var gil = new GlobalLock();
        using var queue = new PieceQueue(job, cancellation);

        var threads = ThreadGroup.Start(job.Units, () => gil.Run(() => queue.Do(gil.Released, piece => Primes.Count(piece, gil.Point, cancellation).Primes)));
        queue.HandOver();
        threads.Join();
        return queue.Answer;
    }
}
