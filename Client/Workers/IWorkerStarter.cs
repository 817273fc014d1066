using Interleave.Client.Workers.Wire;

namespace Interleave.Client.Workers;

/// <summary>Starts workers.</summary>
internal interface IWorkerStarter
{
    /// <param name="assignment">What the worker is for.</param>
    /// <param name="cores">How many cores the worker and its silos may use; null for all.</param>
    /// <param name="cancellation">Ends the worker too.</param>
    /// <exception cref="WorkerLostException">The worker did not become ready.</exception>
    Task<IWorker> StartAsync(Assignment assignment, int? cores, CancellationToken cancellation);
}
