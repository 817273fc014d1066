using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Interleave.Embedded.Serialization.Codecs;

/// <summary>A number or another value that is nothing but its bytes.</summary>
internal sealed class PlainCodec<T> : ValueCodec<T>
    where T : unmanaged
{
    public override T Copy(T value) => value;

    public override void Write(WireWriter writer, T value) => writer.WriteBytes(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    public override T Read(ref WireReader reader)
    {
        Unsafe.SkipInit(out T value);
        reader.ReadInto(MemoryMarshal.AsBytes(new Span<T>(ref value)));
        return value;
    }
}
