using System.Buffers.Binary;

namespace Interleave.Client.Models.Processes;

/// <summary>Messages over a pair of pipes: length, kind, unit and number in 17 bytes, and the payload.</summary>
internal sealed class FrameStream(Stream input, Stream output) : IDisposable
{
    private const int HeaderLength = 17;
    private const int BufferLength = 1 << 16;

    private readonly BufferedStream _input = new(input, BufferLength);
    private readonly Lock _writing = new();
    private readonly byte[] _outgoing = new byte[BufferLength];

    /// <summary>Blocks until a whole message has come; one thread at a time.</summary>
    /// <returns>Null when either end has closed the pipe, be it in the middle of a message.</returns>
    public Frame? Read()
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        if (!Fill(header))
        {
            return null;
        }

        var payload = GC.AllocateUninitializedArray<byte>(BinaryPrimitives.ReadInt32LittleEndian(header));
        return Fill(payload)
            ? new Frame((FrameKind)header[4], BinaryPrimitives.ReadInt32LittleEndian(header[5..]), BinaryPrimitives.ReadInt64LittleEndian(header[9..]), payload)
            : null;
    }

    /// <summary>A small message is one write, so that the other end wakes once.</summary>
    public void Write(Frame frame)
    {
        lock (_writing)
        {
            BinaryPrimitives.WriteInt32LittleEndian(_outgoing, frame.Payload.Length);
            _outgoing[4] = (byte)frame.Kind;
            BinaryPrimitives.WriteInt32LittleEndian(_outgoing.AsSpan(5), frame.Unit);
            BinaryPrimitives.WriteInt64LittleEndian(_outgoing.AsSpan(9), frame.Number);
            if (HeaderLength + frame.Payload.Length <= BufferLength)
            {
                frame.Payload.CopyTo(_outgoing.AsSpan(HeaderLength));
                output.Write(_outgoing, 0, HeaderLength + frame.Payload.Length);
            }
            else
            {
                output.Write(_outgoing, 0, HeaderLength);
                output.Write(frame.Payload);
            }

            output.Flush();
        }
    }

    public void Dispose()
    {
        _input.Dispose();
        output.Dispose();
    }

    private bool Fill(Span<byte> bytes)
    {
        try
        {
            return _input.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length;
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // Closed at this end, by another thread, while this one read.
            return false;
        }
    }
}
