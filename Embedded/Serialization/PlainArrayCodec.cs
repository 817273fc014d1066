using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Interleave.Embedded.Serialization;

/// <summary>Arrays of values without references, moved as one block.</summary>
internal sealed class PlainArrayCodec<T> : Codec<T[]?>
    where T : unmanaged
{
    public override void Write(WireWriter writer, T[]? value)
    {
        writer.Count(value is null ? 0 : value.Length + 1);
        writer.Bytes(MemoryMarshal.AsBytes(value.AsSpan()));
    }

    public override T[]? Read(ref WireReader reader)
    {
        var length = reader.Count() - 1;
        if (length < 0)
        {
            return null;
        }

        var bytes = reader.Bytes(checked(length * Unsafe.SizeOf<T>()));
        var array = GC.AllocateUninitializedArray<T>(length);
        bytes.CopyTo(MemoryMarshal.AsBytes(array.AsSpan()));
        return array;
    }

    public override T[]? Copy(T[]? value) => value?.AsSpan().ToArray();
}
