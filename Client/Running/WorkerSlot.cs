using Interleave.Client.Planning;
using Interleave.Client.Workers;

namespace Interleave.Client.Running;

/// <summary>The place of a worker in one launch: where one is lost, a fresh one takes it, a few times.</summary>
internal sealed class WorkerSlot(PlannedWorker planned, Func<CancellationToken, Task<IWorker>> start) : IAsyncDisposable
{
    /// <summary>A worker that was lost so often will be lost again.</summary>
    private const int MostLosses = 3;

    private IWorker? _worker;
    private int _losses;
    private string? _lastLoss;

    public PlannedWorker Planned => planned;

    public bool HasWorker => _worker is not null;

    /// <summary>What a lost worker leaves undone shows where its next trial is due.</summary>
    public static async Task TryAsync(Func<Task> attempt)
    {
        try
        {
            await attempt();
        }
        catch (WorkerLostException)
        {
            // The slot remembers it.
        }
    }

    /// <exception cref="WorkerLostException">It did not become ready, or too many were lost here.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        if (_losses >= MostLosses)
        {
            throw new WorkerLostException($"not run, for {MostLosses} workers were lost before: {_lastLoss}");
        }

        try
        {
            _worker = await start(cancellation);
        }
        catch (WorkerLostException lost)
        {
            await LoseAsync(lost.Message);
            throw;
        }
    }

    /// <exception cref="WorkerLostException">The worker was lost; the next one is to be started.</exception>
    public async Task<T> DoAsync<T>(Func<IWorker, Task<T>> what)
    {
        try
        {
            return await what(_worker ?? throw new InvalidOperationException("No worker was started here."));
        }
        catch (WorkerLostException lost)
        {
            await LoseAsync(lost.Message);
            throw;
        }
    }

    /// <summary>Ends the worker, which is of no use any more.</summary>
    public async Task LoseAsync(string why)
    {
        _losses++;
        _lastLoss = why;
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_worker is { } worker)
        {
            _worker = null;
            await worker.DisposeAsync();
        }
    }
}
