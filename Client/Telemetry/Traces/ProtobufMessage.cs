using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Interleave.Client.Telemetry.Traces;

/// <summary>A protobuf message while it is written, field by field.</summary>
internal sealed class ProtobufMessage
{
    private const int Varint = 0;
    private const int EightBytes = 1;
    private const int LengthDelimited = 2;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ProtobufMessage Number(int field, ulong value)
    {
        WriteVarint(((ulong)field << 3) | Varint);
        WriteVarint(value);
        return this;
    }

    public ProtobufMessage Fixed64(int field, ulong value)
    {
        WriteVarint(((ulong)field << 3) | EightBytes);
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        _bytes.Write(bytes);
        return this;
    }

    public ProtobufMessage Bytes(int field, ReadOnlySpan<byte> value)
    {
        WriteVarint(((ulong)field << 3) | LengthDelimited);
        WriteVarint((ulong)value.Length);
        _bytes.Write(value);
        return this;
    }

    public ProtobufMessage Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtobufMessage Message(int field, ProtobufMessage value) => Bytes(field, value._bytes.WrittenSpan);

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    private void WriteVarint(ulong value)
    {
        while (value >= 0x80)
        {
            _bytes.Write([(byte)(value | 0x80)]);
            value >>= 7;
        }

        _bytes.Write([(byte)value]);
    }
}
