namespace Interleave.Embedded.Serialization;

/// <summary>Dictionaries, as pairs; a comparer does not travel.</summary>
internal sealed class DictionaryCodec<TKey, TValue> : CollectionCodec<Dictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    protected override int CountOf(Dictionary<TKey, TValue> collection) => collection.Count;

    protected override Dictionary<TKey, TValue> Create(IEnumerable<KeyValuePair<TKey, TValue>> items, Dictionary<TKey, TValue>? model) =>
        new(items, model?.Comparer);
}
