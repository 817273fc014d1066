using System.Buffers.Binary;

namespace Interleave.Grains.Ipc;

/// <summary>What messages hold: their number, and behind it bytes that follow from the number, so that each can be checked.</summary>
/// <remarks>To fill one is to copy, and to check one is to compare: as little as can be done with every byte.</remarks>
public static class MessageContent
{
    public const int SmallestSize = sizeof(long);
    public const int LargestSize = 256 * 1024;

    /// <summary>Messages with neighbouring numbers differ in all of their bytes.</summary>
    private const int Varieties = 61;

    private const int Seed = 11;

    private static readonly byte[] Source = MakeSource();

    public static void Fill(Span<byte> message, long number)
    {
        ContentOf(number, message.Length).CopyTo(message);
        BinaryPrimitives.WriteInt64LittleEndian(message, number);
    }

    /// <summary>The number that a message carries.</summary>
    public static long NumberOf(ReadOnlySpan<byte> message) => BinaryPrimitives.ReadInt64LittleEndian(message);

    /// <summary>Whether every byte is the one that was sent under this number.</summary>
    public static bool IsIntact(ReadOnlySpan<byte> message) =>
        message[sizeof(long)..].SequenceEqual(ContentOf(NumberOf(message), message.Length)[sizeof(long)..]);

    private static ReadOnlySpan<byte> ContentOf(long number, int size) => Source.AsSpan((int)((ulong)number % Varieties), size);

    private static byte[] MakeSource()
    {
        var source = new byte[LargestSize + Varieties];
        new Random(Seed).NextBytes(source);
        return source;
    }
}
