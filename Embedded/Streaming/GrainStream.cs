using System.Runtime.ExceptionServices;
using Interleave.Embedded.Calls;

namespace Interleave.Embedded.Streaming;

/// <summary>The consuming end of a grain's sequence; each enumeration of it calls the grain anew.</summary>
internal sealed class GrainStream<TItem>(GrainReference grain, StreamMethod<TItem> method, Arguments arguments, CancellationToken cancellationToken, int batchSize = 100)
    : IAsyncEnumerable<TItem>
{
    public GrainStream<TItem> WithBatchSize(int size) => new(grain, method, arguments, cancellationToken, size);

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
                    ExceptionDispatchInfo.Throw(fault);
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

    private Task<StreamBatch<TItem>> AskAsync(Guid stream, StreamStep step, CancellationToken token) =>
        grain.Router.Invoke(grain.GrainId, method, new StreamArguments(stream, step, batchSize, step == StreamStep.Open ? arguments : null), token);

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
