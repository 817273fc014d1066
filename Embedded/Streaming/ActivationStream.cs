using Interleave.Embedded.Runtime;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Streaming;

/// <summary>The producing end: the grain's sequence moves on only when the consumer asks, so no queue can grow.</summary>
internal sealed class ActivationStream<TItem> : IActivationStream
{
    private const int MostItems = 100;

    /// <summary>A consumer is answered within this time, items or none, so that its call does not time out.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _closed = new();
    private readonly IAsyncEnumerator<TItem> _items;
    private readonly Silo _silo;
    private Task<bool>? _moving;

    public ActivationStream(Func<CancellationToken, IAsyncEnumerable<TItem>> open, Silo silo)
    {
        _silo = silo;
        LastAsked = silo.Now;
        _items = open(_closed.Token).GetAsyncEnumerator(_closed.Token);
    }

    public long LastAsked { get; private set; }

    public async Task<StreamBatch<TItem>> NextAsync()
    {
        LastAsked = _silo.Now;
        var batch = new List<TItem>();
        try
        {
            // A sequence that is being closed must not move again: it could not be disposed of then.
            while (batch.Count < MostItems && !_closed.IsCancellationRequested)
            {
                _moving ??= _items.MoveNextAsync().AsTask();
                if (!_moving.IsCompleted && (batch.Count > 0 || !await HasMovedAsync(_moving)))
                {
                    break;
                }

                var moved = await _moving;
                _moving = null;
                if (!moved)
                {
                    return new StreamBatch<TItem>([.. batch], true);
                }

                batch.Add(_items.Current);
            }

            return new StreamBatch<TItem>([.. batch], false);
        }
        catch (Exception fault)
        {
            _moving = null;
            return new StreamBatch<TItem>([.. batch], true, CarriedException.Of(fault));
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _closed.CancelAsync();
        }
        finally
        {
            await DisposeOfItemsAsync();
        }
    }

    private async ValueTask DisposeOfItemsAsync()
    {
        if (_moving is { } moving)
        {
            // A sequence may not be disposed of while it moves; how the move ends no longer matters.
            await ((Task)moving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        await _items.DisposeAsync();
    }

    private async ValueTask<bool> HasMovedAsync(Task<bool> moving)
    {
        var patience = Patience < _silo.ResponseTimeout / 2 ? Patience : _silo.ResponseTimeout / 2;
        await ((Task)moving)
            .WaitAsync(patience, _silo.TimeProvider)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return moving.IsCompleted;
    }
}
