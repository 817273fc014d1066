using System.Buffers.Binary;
using System.Text;
using Interleave.Embedded.Calls;

namespace Interleave.Embedded.Serialization;

/// <summary>Reads what a <see cref="WireWriter"/> wrote; references that it meets are bound to <paramref name="router"/>.</summary>
internal ref struct WireReader(ReadOnlySpan<byte> bytes, CallRouter router)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public CallRouter Router { get; } = router;

    public readonly ReadOnlySpan<byte> Rest => _rest;

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if ((uint)count > (uint)_rest.Length)
        {
            throw new InvalidDataException($"A frame ends {count - _rest.Length} bytes before its value does.");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    public byte Byte() => Bytes(1)[0];

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Bytes(8));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(8));

    /// <summary>What <see cref="WireWriter.EndFrame"/> closed, to be read or left alone.</summary>
    public WireReader Frame() => new(Bytes(BinaryPrimitives.ReadInt32LittleEndian(Bytes(sizeof(int)))), Router);

    public int Count()
    {
        uint value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var next = Byte();
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (int)value;
            }
        }

        throw new InvalidDataException("A count is longer than five bytes.");
    }

    public string? Text()
    {
        var length = Count();
        return length == 0 ? null : Encoding.UTF8.GetString(Bytes(length - 1));
    }
}
