namespace Interleave.Embedded.Serialization;

/// <summary>Lists.</summary>
internal sealed class ListCodec<T> : CollectionCodec<List<T>, T>
{
    protected override int CountOf(List<T> collection) => collection.Count;

    protected override List<T> Create(IEnumerable<T> items, List<T>? model) => model is null && items is List<T> read ? read : [.. items];
}
