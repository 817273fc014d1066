namespace Interleave.Embedded.Serialization.Codecs;

/// <summary>An array of plain values, byte for byte.</summary>
internal sealed class PlainArrayCodec<T> : ValueCodec<T[]?>
    where T : unmanaged
{
    public override T[]? Copy(T[]? value) => value?.AsSpan().ToArray();

    public override void Write(WireWriter writer, T[]? value) => PlainArray.Write(writer, value);

    public override T[]? Read(ref WireReader reader) => PlainArray.Read<T>(ref reader);
}
