using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>Coroutines on one thread, which is free even while all of them wait for each other: the watchdog is a coroutine, too.</summary>
internal sealed class DeadlockOnLoop() : Workload<DeadlockJob, DeadlockAnswer>(Model.Loop)
{
    public override Task<DeadlockAnswer> RunAsync(DeadlockJob job, TrialContext trial, CancellationToken cancellation) => EventLoop.RunAsync(async () =>
    {
        using var table = new AwaitingTable(job, trial, () => new LoopFork(), cancellation);

        return await table.WatchAsync(Task.WhenAll(table.Philosophers.Select(dine => dine())));
    });
}
