namespace Interleave.Embedded.Serialization;

/// <summary>Values that may be missing.</summary>
internal sealed class NullableCodec<T> : Codec<T?>
    where T : struct
{
    public override void Write(WireWriter writer, T? value)
    {
        writer.Byte(value.HasValue ? (byte)1 : (byte)0);
        if (value.HasValue)
        {
            CodecOf<T>.Instance.Write(writer, value.Value);
        }
    }

    public override T? Read(ref WireReader reader) => reader.Byte() == 0 ? null : CodecOf<T>.Instance.Read(ref reader);

    public override T? Copy(T? value) => value.HasValue ? CodecOf<T>.Instance.Copy(value.Value) : null;
}
