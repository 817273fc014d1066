namespace Interleave.Embedded.Serialization;

/// <summary>Hash sets; a comparer does not travel.</summary>
internal sealed class HashSetCodec<T> : CollectionCodec<HashSet<T>, T>
{
    protected override int CountOf(HashSet<T> collection) => collection.Count;

    protected override HashSet<T> Create(IEnumerable<T> items, HashSet<T>? model) => new(items, model?.Comparer);
}
