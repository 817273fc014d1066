namespace Interleave.Embedded.Serialization;

/// <summary>Collections: their count, and their items one after another.</summary>
internal abstract class CollectionCodec<TCollection, TItem> : Codec<TCollection?>
    where TCollection : class, IEnumerable<TItem>
{
    public sealed override void Write(WireWriter writer, TCollection? value)
    {
        if (value is null)
        {
            writer.Count(0);
            return;
        }

        writer.Count(CountOf(value) + 1);
        foreach (var item in value)
        {
            CodecOf<TItem>.Instance.Write(writer, item);
        }
    }

    public sealed override TCollection? Read(ref WireReader reader)
    {
        var count = reader.Count() - 1;
        if (count < 0)
        {
            return null;
        }

        // An item takes a byte at least, but for those of empty types; so a false count cannot take all memory.
        var items = new List<TItem>(Math.Min(count, 4096));
        for (var i = 0; i < count; i++)
        {
            items.Add(CodecOf<TItem>.Instance.Read(ref reader));
        }

        return Create(items, null);
    }

    public sealed override TCollection? Copy(TCollection? value)
    {
        if (value is null)
        {
            return null;
        }

        return CodecOf<TItem>.Instance.IsShared
            ? Create(value, value)
            : Create(value.Select(CodecOf<TItem>.Instance.Copy), value);
    }

    protected abstract int CountOf(TCollection collection);

    /// <summary>A collection of these items that is otherwise like <paramref name="model"/>, as far as there is one.</summary>
    protected abstract TCollection Create(IEnumerable<TItem> items, TCollection? model);
}
