namespace Interleave.Embedded.Serialization.Codecs;

/// <summary>Values of which nothing travels: all are as good as the default.</summary>
internal sealed class NothingCodec<T> : ValueCodec<T>
    where T : struct
{
    public override T Copy(T value) => value;

    public override void Write(WireWriter writer, T value)
    {
    }

    public override T Read(ref WireReader reader) => default;
}
