using Interleave.Embedded.Streaming;

namespace Interleave.Embedded;

/// <summary>How a grain's sequence is fetched.</summary>
public static class AsyncEnumerableExtensions
{
    /// <summary>At most so many items come at once.</summary>
    public static IAsyncEnumerable<T> WithBatchSize<T>(this IAsyncEnumerable<T> self, int maxBatchSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBatchSize);
        return self is GrainStream<T> stream ? stream.WithBatchSize(maxBatchSize) : self;
    }
}
