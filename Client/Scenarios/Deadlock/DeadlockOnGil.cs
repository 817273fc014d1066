using Interleave.Client.Models;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>Threads that run one at a time: the global lock is let go while they wait for a fork, so that it saves nobody from a deadlock.</summary>
internal sealed class DeadlockOnGil() : BlockingWorkload<DeadlockJob, DeadlockAnswer>(Model.Gil)
{
    protected override DeadlockAnswer Run(DeadlockJob job, TrialContext trial, CancellationToken cancellation)
    {
        var gil = new GlobalLock();
        using var table = new BlockingTable(job, trial, ReleasingLock, numbers => Primes.Count(numbers, gil.Point, cancellation).Primes, cancellation);

        return table.Watch(() => GilGroup.Run(gil, table.Philosophers));

        void ReleasingLock(Action call) => gil.Released(() =>
        {
            call();
            return true;
        });
    }
}
