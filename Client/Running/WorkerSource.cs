using Interleave.Client.IoServer;
using Interleave.Client.Planning;
using Interleave.Client.Workers;

namespace Interleave.Client.Running;

/// <summary>Where the workers of a run come from, and whether what all of them need is still there.</summary>
/// <param name="starter">Starts them.</param>
/// <param name="assignments">What each is told.</param>
/// <param name="server">The I/O server.</param>
internal sealed class WorkerSource(IWorkerStarter starter, Assignments assignments, IIoServer server)
{
    public IIoServer Server => server;

    /// <summary>Whether grains have silos of their own, rather than a cluster that runs already.</summary>
    public bool StartsSilos => assignments.StartSilos;

    public WorkerSlot Slot(PlannedScenario scenario, PlannedWorker worker) =>
        new(worker, cancellation => starter.StartAsync(assignments.Of(scenario, worker), worker.Cores, cancellation));

    /// <exception cref="IoServerLostException">It does not.</exception>
    public void ThrowIfServerIsLost()
    {
        if (!server.Lives)
        {
            throw new IoServerLostException();
        }
    }
}
