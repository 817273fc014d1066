using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>A task a philosopher, and a semaphore a fork: those who wait hold no thread, and can still wait for each other for ever.</summary>
internal sealed class DeadlockOnTasks() : Workload<DeadlockJob, DeadlockAnswer>(Model.Tasks)
{
    public override async Task<DeadlockAnswer> RunAsync(DeadlockJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var table = new AwaitingTable(job, trial, () => new SemaphoreFork(), cancellation);

        return await table.WatchAsync(Task.WhenAll(table.Philosophers.Select(dine => Task.Run(dine, cancellation))));
    }
}
