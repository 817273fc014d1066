using System.Runtime.CompilerServices;

namespace Interleave.Embedded.Serialization;

/// <summary>Values without references, written as they lie in memory: both ends are on one machine.</summary>
internal sealed class PlainCodec<T> : Codec<T>
    where T : unmanaged
{
    public PlainCodec() => IsShared = true;

    public override void Write(WireWriter writer, T value) => Unsafe.WriteUnaligned(ref writer.Reserve(Unsafe.SizeOf<T>())[0], value);

    public override T Read(ref WireReader reader) => Unsafe.ReadUnaligned<T>(in reader.Bytes(Unsafe.SizeOf<T>())[0]);

    public override T Copy(T value) => value;
}
