using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Network;

/// <summary>Frames over a socket: a length, a kind and the rest of it; frames written while others are being sent go out together.</summary>
internal sealed class FrameSocket : IDisposable
{
    private const int LargestFrame = 1 << 28;

    private readonly NetworkStream _stream;
    private readonly Pipe _outbox = new(new PipeOptions(pauseWriterThreshold: 0, minimumSegmentSize: 1 << 16));
    private readonly Lock _gate = new();
    private readonly Task _sending;
    private bool _closed;

    public FrameSocket(Socket socket)
    {
        socket.NoDelay = true;
        Peer = socket.RemoteEndPoint;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _sending = SendWaitingAsync();
    }

    public EndPoint? Peer { get; }

    public static async Task<FrameSocket> ConnectAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken);
            return new FrameSocket(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Adds a frame to those that wait to be sent; false when nothing can be sent any more.</summary>
    public bool Send<TState>(FrameKind kind, TState state, Action<WireWriter, TState> write)
    {
        // Written aside first: half a frame would spoil all that follow.
        var frame = WireWriters.Rent();
        try
        {
            frame.WriteByte((byte)kind);
            write(frame, state);
            return Send(frame.Written.Span);
        }
        finally
        {
            WireWriters.Return(frame);
        }
    }

    /// <summary>Hands over frames as they come, until the other end closes or this one is disposed.</summary>
    public async Task ReceiveAsync(FrameReceiver received)
    {
        var inbox = PipeReader.Create(_stream, new StreamPipeReaderOptions(bufferSize: 1 << 16));
        while (true)
        {
            var read = await inbox.ReadAsync();
            var rest = read.Buffer;
            while (Take(ref rest) is { } frame)
            {
                received(new WireReader(frame));
            }

            inbox.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    /// <summary>Sends what waits, then closes.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        EndSending();
        await _sending.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Dispose();
    }

    public void Dispose()
    {
        EndSending();
        _stream.Dispose();
    }

    private static ReadOnlySequence<byte>? Take(ref ReadOnlySequence<byte> bytes)
    {
        var reader = new SequenceReader<byte>(bytes);
        if (!reader.TryReadLittleEndian(out int length))
        {
            return null;
        }

        if (length is < 1 or > LargestFrame)
        {
            throw new InvalidDataException($"The other end is no silo or client of this version: a frame of {length} bytes.");
        }

        if (!reader.TryReadExact(length, out var frame))
        {
            return null;
        }

        bytes = reader.UnreadSequence;
        return frame;
    }

    private bool Send(ReadOnlySpan<byte> frame)
    {
        if (frame.Length > LargestFrame)
        {
            throw new OrleansException($"A message of {frame.Length:N0} bytes is more than the {LargestFrame:N0} that one may have.");
        }

        lock (_gate)
        {
            if (_closed)
            {
                return false;
            }

            BinaryPrimitives.WriteInt32LittleEndian(_outbox.Writer.GetSpan(sizeof(int)), frame.Length);
            _outbox.Writer.Advance(sizeof(int));
            _outbox.Writer.Write(frame);
            // Never waits: the pipe takes whatever comes.
            _ = _outbox.Writer.FlushAsync().AsTask();
            return true;
        }
    }

    private void EndSending()
    {
        lock (_gate)
        {
            _closed = true;
            _outbox.Writer.Complete();
        }
    }

    private async Task SendWaitingAsync()
    {
        try
        {
            await _outbox.Reader.CopyToAsync(_stream);
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            // Receiving ends too, and tells whom it concerns.
            Dispose();
        }
    }
}
