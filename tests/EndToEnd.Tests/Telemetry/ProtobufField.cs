using System.Buffers.Binary;
using System.Text;

namespace Interleave.EndToEnd.Tests.Telemetry;

/// <summary>One field of a protobuf message, read by its number alone.</summary>
internal sealed record ProtobufField(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)
{
    private const int Varint = 0;
    private const int EightBytes = 1;
    private const int LengthDelimited = 2;
    private const int FourBytes = 5;

    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    public string Hex => Convert.ToHexStringLower(Bytes.Span);

    public IEnumerable<ProtobufField> this[int number] => All(Bytes).Where(field => field.Number == number);

    public static IEnumerable<ProtobufField> All(ReadOnlyMemory<byte> message)
    {
        while (message.Length > 0)
        {
            var key = ReadVarint(ref message);
            var number = (int)(key >> 3);
            yield return (key & 7) switch
            {
                Varint => new ProtobufField(number, ReadVarint(ref message), default),
                EightBytes => new ProtobufField(number, BinaryPrimitives.ReadUInt64LittleEndian(Take(ref message, 8).Span), default),
                FourBytes => new ProtobufField(number, BinaryPrimitives.ReadUInt32LittleEndian(Take(ref message, 4).Span), default),
                LengthDelimited => new ProtobufField(number, 0, Take(ref message, (int)ReadVarint(ref message))),
                var type => throw new InvalidDataException($"Wire type {type} of field {number} is not one of protobuf's."),
            };
        }
    }

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> message, int length)
    {
        var taken = message[..length];
        message = message[length..];
        return taken;
    }

    private static ulong ReadVarint(ref ReadOnlyMemory<byte> message)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = Take(ref message, 1).Span[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
