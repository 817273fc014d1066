using Interleave.Client.Workers.Wire;

namespace Interleave.Client.Workers;

/// <summary>A worker as the coordinator has it; it does one thing at a time.</summary>
internal interface IWorker : IAsyncDisposable
{
    /// <exception cref="WorkerLostException">The worker is of no use any more: it ended, or was ended because it hung.</exception>
    Task<WatchedTrial> RunAsync(WorkerOrder.RunTrial order, CancellationToken cancellation);

    /// <inheritdoc cref="RunAsync"/>
    Task<WatchedTrial> TraceAsync(WorkerOrder.RunTraced order, CancellationToken cancellation);

    /// <summary>How long the same work takes in sequence; null where the scenario compares with none.</summary>
    /// <inheritdoc cref="RunAsync"/>
    Task<TimeSpan?> RunSequentiallyAsync(WorkerOrder.RunSequentially order, CancellationToken cancellation);
}
