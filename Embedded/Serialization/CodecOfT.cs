namespace Interleave.Embedded.Serialization;

/// <summary>How values of <typeparamref name="T"/> are written, read and copied.</summary>
internal abstract class Codec<T> : Codec
{
    public abstract void Write(WireWriter writer, T value);

    public abstract T Read(ref WireReader reader);

    public abstract T Copy(T value);

    public sealed override void WriteObject(WireWriter writer, object? value) => Write(writer, (T)value!);

    public sealed override object? ReadObject(ref WireReader reader) => Read(ref reader);

    public sealed override object? CopyObject(object? value) => IsShared ? value : Copy((T)value!);
}
