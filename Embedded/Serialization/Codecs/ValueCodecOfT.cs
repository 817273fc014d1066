namespace Interleave.Embedded.Serialization.Codecs;

/// <summary>How values of type <typeparamref name="T"/> are copied, written and read.</summary>
internal abstract class ValueCodec<T> : ValueCodec
{
    public abstract T Copy(T value);

    public abstract void Write(WireWriter writer, T value);

    public abstract T Read(ref WireReader reader);

    public sealed override object? CopyObject(object? value) => Copy((T)value!); // Null only where the type has null.

    public sealed override void WriteObject(WireWriter writer, object? value) => Write(writer, (T)value!); // As above.

    public sealed override object? ReadObject(ref WireReader reader) => Read(ref reader);
}
