using System.Buffers.Binary;
using System.Text;

namespace Interleave.Client.Telemetry.Traces;

/// <summary>One field of a protobuf message that was received; a message that is cut off or broken ends at its last whole field.</summary>
internal readonly record struct ProtobufField(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)
{
    private const int Varint = 0;
    private const int EightBytes = 1;
    private const int LengthDelimited = 2;
    private const int FourBytes = 5;

    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    public static IEnumerable<ProtobufField> In(ReadOnlyMemory<byte> message)
    {
        while (TryRead(ref message, out var field))
        {
            yield return field;
        }
    }

    private static bool TryRead(ref ReadOnlyMemory<byte> message, out ProtobufField field)
    {
        field = default;
        if (!TryReadVarint(ref message, out var key))
        {
            return false;
        }

        var number = (int)(key >> 3);
        switch (key & 7)
        {
            case Varint when TryReadVarint(ref message, out var value):
                field = new ProtobufField(number, value, default);
                return true;
            case EightBytes when TryTake(ref message, 8, out var bytes):
                field = new ProtobufField(number, BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span), bytes);
                return true;
            case FourBytes when TryTake(ref message, 4, out var bytes):
                field = new ProtobufField(number, BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span), bytes);
                return true;
            case LengthDelimited when TryReadVarint(ref message, out var length) && TryTake(ref message, length, out var bytes):
                field = new ProtobufField(number, 0, bytes);
                return true;
            default:
                return false;
        }
    }

    private static bool TryTake(ref ReadOnlyMemory<byte> message, ulong length, out ReadOnlyMemory<byte> taken)
    {
        if (length > (ulong)message.Length)
        {
            taken = default;
            return false;
        }

        taken = message[..(int)length];
        message = message[(int)length..];
        return true;
    }

    private static bool TryReadVarint(ref ReadOnlyMemory<byte> message, out ulong value)
    {
        value = 0;
        for (var shift = 0; shift < 64 && TryTake(ref message, 1, out var taken); shift += 7)
        {
            var next = taken.Span[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return true;
            }
        }

        return false;
    }
}
