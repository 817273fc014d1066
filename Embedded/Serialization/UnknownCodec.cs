namespace Interleave.Embedded.Serialization;

/// <summary>For types that cannot travel: says so whenever a value would.</summary>
internal sealed class UnknownCodec<T> : Codec<T>
{
    private static CodecNotFoundException Fault => new(
        $"{typeof(T)} cannot travel between grains: mark it with [GenerateSerializer] and its members with [Id], or use a type that can.");

    public override void Write(WireWriter writer, T value) => throw Fault;

    public override T Read(ref WireReader reader) => throw Fault;

    public override T Copy(T value) => throw Fault;
}
