using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Granularity;

/// <summary>A thread a core, which blocks at a queue until the parent has put a piece there.</summary>
internal sealed class GranularityOnThreads() : BlockingWorkload<GranularityJob, GranularityAnswer>(Model.Threads)
{
    protected override GranularityAnswer Run(GranularityJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var queue = new PieceQueue(job, cancellation);

        var threads = ThreadGroup.Start(job.Units, () => queue.Do(next => next(), piece => Primes.Count(piece, cancellation).Primes));
        queue.HandOver();
        threads.Join();
        return queue.Answer;
    }
}
