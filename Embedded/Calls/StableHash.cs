using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Interleave.Embedded.Calls;

/// <summary>A hash that is the same in every process, and spreads similar texts evenly.</summary>
internal static class StableHash
{
    public static ulong Of(string text) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
