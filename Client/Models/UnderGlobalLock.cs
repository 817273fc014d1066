using Interleave.Grains.Work;

namespace Interleave.Client.Models;

/// <summary>What threads under the global lock do besides computing.</summary>
internal static class UnderGlobalLock
{
    /// <summary>Does slow work: passes check points while it computes, and lets go of the lock while it waits.</summary>
    public static long Do(this GlobalLock gil, SlowWork work, WaitClient http, CancellationToken cancellation) => work is SlowComputation computation
        ? computation.Compute(gil.Point, cancellation)
        : gil.Released(() => work.Do(http, cancellation));

    /// <summary>Enters a monitor, and lets go of the global lock if it has to wait: the monitor's owner could not go on otherwise.</summary>
    public static void Enter(this GlobalLock gil, object monitor)
    {
        if (!Monitor.TryEnter(monitor))
        {
            gil.Released(() =>
            {
                Monitor.Enter(monitor);
                return true;
            });
        }
    }

    /// <summary>Waits for a semaphore, and lets go of the global lock meanwhile if it has to wait.</summary>
    public static void Wait(this GlobalLock gil, SemaphoreSlim semaphore)
    {
        if (!semaphore.Wait(TimeSpan.Zero))
        {
            gil.Released(() =>
            {
                semaphore.Wait();
                return true;
            });
        }
    }
}
