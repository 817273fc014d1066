using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Interleave.Embedded.Serialization;

/// <summary>How arrays of plain values are written: how many, and their bytes as this machine has them in memory.</summary>
internal static class PlainArray
{
    public static void Write<T>(WireWriter writer, T[]? values)
        where T : unmanaged
    {
        writer.WriteNumber(values is null ? 0 : (ulong)values.Length + 1);
        writer.WriteBytes(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    public static T[]? Read<T>(ref WireReader reader)
        where T : unmanaged
    {
        if (reader.ReadNumber() is not (> 0 and var count))
        {
            return null;
        }

        if (count - 1 > (ulong)reader.Rest.Length / (ulong)Unsafe.SizeOf<T>())
        {
            throw new InvalidDataException("A message ends within an array.");
        }

        var values = GC.AllocateUninitializedArray<T>((int)(count - 1));
        reader.ReadInto(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
