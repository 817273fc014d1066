using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>A work item a philosopher: one that waits for a fork keeps a thread of the pool, and those behind it are not at the table yet.</summary>
internal sealed class DeadlockOnPool() : BlockingWorkload<DeadlockJob, DeadlockAnswer>(Model.Pool)
{
    protected override DeadlockAnswer Run(DeadlockJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var table = new BlockingTable(job, trial, call => call(), numbers => Primes.Count(numbers, cancellation).Primes, cancellation);

        return table.Watch(() => PoolGroup.Run(table.Philosophers));
    }
}
