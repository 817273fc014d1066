namespace Interleave.Embedded.Serialization;

/// <summary>Queues, first in first.</summary>
internal sealed class QueueCodec<T> : CollectionCodec<Queue<T>, T>
{
    protected override int CountOf(Queue<T> collection) => collection.Count;

    protected override Queue<T> Create(IEnumerable<T> items, Queue<T>? model) => new(items);
}
