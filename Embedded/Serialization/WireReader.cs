using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Interleave.Embedded.Serialization;

/// <summary>Takes apart the bytes of one message; whatever it is given, it reads nothing beyond their end and reserves no more memory than they fill.</summary>
internal ref struct WireReader(ReadOnlySequence<byte> bytes)
{
    private SequenceReader<byte> _rest = new(bytes);

    public readonly ReadOnlySequence<byte> Rest => _rest.UnreadSequence;

    public byte ReadByte() => _rest.TryRead(out var value) ? value : throw EndsTooSoon();

    public ulong ReadNumber()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = ReadByte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part <= 0x7F)
            {
                return value;
            }
        }

        throw new InvalidDataException("A number has more than 64 bits.");
    }

    public ulong ReadHash()
    {
        Span<byte> value = stackalloc byte[sizeof(ulong)];
        ReadInto(value);
        return BinaryPrimitives.ReadUInt64LittleEndian(value);
    }

    public string? ReadText() => ReadNumber() is var count and not 0 ? Encoding.UTF8.GetString(ReadBytes(count - 1)) : null;

    public ReadOnlySequence<byte> ReadBytes(ulong count)
    {
        if (count > (ulong)_rest.Remaining)
        {
            throw EndsTooSoon();
        }

        var taken = _rest.UnreadSequence.Slice(0, (long)count);
        _rest.Advance((long)count);
        return taken;
    }

    public void ReadInto(scoped Span<byte> value) => ReadBytes((ulong)value.Length).CopyTo(value);

    /// <summary>The JSON that <see cref="WireWriter.WriteJson"/> wrote, and the arrays that it refers to.</summary>
    public ReadOnlySequence<byte> ReadJsonPart(out ReadOnlySequence<byte> arrays)
    {
        Span<byte> lengths = stackalloc byte[2 * sizeof(int)];
        ReadInto(lengths);
        var json = ReadBytes(BinaryPrimitives.ReadUInt32LittleEndian(lengths));
        arrays = ReadBytes(BinaryPrimitives.ReadUInt32LittleEndian(lengths[sizeof(int)..]));
        return json;
    }

    private static InvalidDataException EndsTooSoon() => new("A message ends too soon.");
}
