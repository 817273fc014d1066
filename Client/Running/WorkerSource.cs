using Interleave.Client.Planning;
using Interleave.Client.Workers;

namespace Interleave.Client.Running;

/// <summary>Where the workers of a run come from, and whether what all of them need is still there.</summary>
/// <param name="starter">Starts them.</param>
/// <param name="assignments">What each is told.</param>
/// <param name="serverLives">Whether the I/O server lives.</param>
internal sealed class WorkerSource(IWorkerStarter starter, Assignments assignments, Func<bool> serverLives)
{
    public WorkerSlot Slot(PlannedScenario scenario, PlannedWorker worker) =>
        new(worker, cancellation => starter.StartAsync(assignments.Of(scenario, worker), worker.Cores, cancellation));

    /// <exception cref="IoServerLostException">It does not.</exception>
    public void ThrowIfServerIsLost()
    {
        if (!serverLives())
        {
            throw new IoServerLostException();
        }
    }
}
