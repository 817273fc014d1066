namespace Interleave.Embedded.Serialization;

/// <summary>Arrays whose items need codecs of their own.</summary>
internal sealed class ArrayCodec<T> : CollectionCodec<T[], T>
{
    protected override int CountOf(T[] collection) => collection.Length;

    protected override T[] Create(IEnumerable<T> items, T[]? model) => items.ToArray();
}
