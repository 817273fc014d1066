namespace Interleave.Embedded.Streaming;

/// <summary>The streams that consumers have open on one activation.</summary>
internal sealed class ActivationStreams : IAsyncDisposable
{
    private readonly Dictionary<Guid, IActivationStream> _open = [];

    public void Add(Guid id, IActivationStream stream) => _open.Add(id, stream);

    public ActivationStream<TItem> Find<TItem>(Guid id) => _open.TryGetValue(id, out var stream)
        ? (ActivationStream<TItem>)stream
        : throw new EnumerationAbortedException("The sequence is no longer there: its grain was activated again, or it was not asked for items for too long.");

    /// <summary>The next items; a sequence that has ended is forgotten.</summary>
    public async Task<StreamBatch<TItem>> NextAsync<TItem>(Guid id, ActivationStream<TItem> stream)
    {
        var batch = await stream.NextAsync();
        if (batch.IsLast)
        {
            await CloseAsync<TItem>(id);
        }

        return batch;
    }

    public async Task<StreamBatch<TItem>> CloseAsync<TItem>(Guid id)
    {
        if (_open.Remove(id, out var stream))
        {
            await stream.DisposeAsync();
        }

        return new StreamBatch<TItem>([], true);
    }

    /// <summary>Closes those whose consumers seem to be gone; one that fails to close keeps none of the others open.</summary>
    public async Task CloseAbandonedAsync(long askedBefore)
    {
        var abandoned = _open.Where(entry => entry.Value.LastAsked < askedBefore).ToArray();
        foreach (var (id, _) in abandoned)
        {
            _open.Remove(id);
        }

        await Task.WhenAll(abandoned.Select(entry => entry.Value.DisposeAsync().AsTask()));
    }

    public async ValueTask DisposeAsync() => await CloseAbandonedAsync(long.MaxValue);
}
