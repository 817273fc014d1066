using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Granularity;

/// <summary>A piece is a work item: the pool's threads take them from its queues.</summary>
internal sealed class GranularityOnPool() : BlockingWorkload<GranularityJob, GranularityAnswer>(Model.Pool)
{
    protected override GranularityAnswer Run(GranularityJob job, TrialContext trial, CancellationToken cancellation)
    {
        var primes = 0L;
        var done = 0;

        PoolGroup.Run(job.All.Select(piece => (Action)(() =>
        {
            Interlocked.Add(ref primes, Primes.Count(piece, cancellation).Primes);
            Interlocked.Increment(ref done);
        })));
        return new GranularityAnswer(primes, done);
    }
}
