using Interleave.Embedded.Runtime;

namespace Interleave.Embedded.Streaming;

/// <summary>The producing end: the grain's sequence moves on only when the consumer asks, so no queue can grow.</summary>
internal sealed class ActivationStream<TItem> : IActivationStream
{
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

    public async ValueTask<StreamBatch<TItem>> NextAsync(int mostItems)
    {
        LastAsked = _silo.Now;
        var batch = new List<TItem>();
        try
        {
            while (batch.Count < mostItems)
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
                    return new StreamBatch<TItem>(batch, true, null);
                }

                batch.Add(_items.Current);
            }

            return new StreamBatch<TItem>(batch, false, null);
        }
        catch (Exception fault)
        {
            _moving = null;
            return new StreamBatch<TItem>(batch, true, fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        if (_moving is { } moving)
        {
            // A sequence may not be disposed of while it moves; how the move ends no longer matters.
            await moving.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Current);
        }

        await _items.DisposeAsync();
    }

    private async ValueTask<bool> HasMovedAsync(Task<bool> moving)
    {
        using var enough = new CancellationTokenSource(Patience < _silo.ResponseTimeout / 2 ? Patience : _silo.ResponseTimeout / 2, _silo.TimeProvider);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = enough.Token.UnsafeRegister(static ended => ((TaskCompletionSource)ended!).TrySetResult(), ended);
        await Task.WhenAny(moving, ended.Task);
        return moving.IsCompleted;
    }
}
