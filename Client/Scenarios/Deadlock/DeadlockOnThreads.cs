using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>A thread a philosopher, and a lock a fork: nothing but an interrupt reaches a thread that waits for a lock.</summary>
internal sealed class DeadlockOnThreads() : BlockingWorkload<DeadlockJob, DeadlockAnswer>(Model.Threads)
{
    protected override DeadlockAnswer Run(DeadlockJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var table = new BlockingTable(job, trial, call => call(), numbers => Primes.Count(numbers, cancellation).Primes, cancellation);

        return table.Watch(() => ThreadGroup.Run(table.Philosophers));
    }
}
