using Interleave.Embedded.Calls;

namespace Interleave.Embedded.Streaming;

/// <summary>The consuming end of a grain's sequence; each enumeration of it calls the grain again.</summary>
internal sealed class GrainStream<TItem>(CallRouter router, GrainId grain, StreamMethod<TItem> method, object?[] arguments, CancellationToken cancellationToken)
    : IAsyncEnumerable<TItem>
{
    public async IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken enumerationToken = default)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, enumerationToken);
        var token = linked.Token;
        var stream = Guid.NewGuid();
        var step = StreamStep.Open;
        var ended = false;
        try
        {
            while (!ended)
            {
                token.ThrowIfCancellationRequested();
                var batch = await AskAsync(stream, step, token);
                step = StreamStep.Next;
                ended = batch.IsLast;
                foreach (var item in batch.Items)
                {
                    yield return item;
                }

                if (batch.Fault is { } fault)
                {
                    throw fault.Restore();
                }
            }
        }
        finally
        {
            if (!ended)
            {
                await CloseAsync(stream);
            }
        }
    }

    private Task<StreamBatch<TItem>> AskAsync(Guid stream, StreamStep step, CancellationToken token)
    {
        var own = step == StreamStep.Open ? arguments : new object?[arguments.Length];
        return router.CallAsync(grain, method, [.. own, new StreamRequest(stream, step)], token);
    }

    private async Task CloseAsync(Guid stream)
    {
        try
        {
            await AskAsync(stream, StreamStep.Close, CancellationToken.None);
        }
        catch (Exception fault) when (fault is OrleansException or TimeoutException)
        {
            // A producer that cannot be reached has ended already, and what made the consumer stop must not be hidden by this.
        }
    }
}
