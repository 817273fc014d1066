using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Network;

/// <summary>Frames over a socket: a length, and a JSON array of it; frames written while others are being sent go out together.</summary>
internal sealed class FrameSocket : IDisposable
{
    private const int LargestFrame = 1 << 28;

    private readonly NetworkStream _stream;
    private readonly Pipe _outbox = new(new PipeOptions(pauseWriterThreshold: 0, minimumSegmentSize: 1 << 16));
    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _body = new();
    private readonly Utf8JsonWriter _json;
    private readonly Task _sending;
    private bool _closed;

    public FrameSocket(Socket socket)
    {
        socket.NoDelay = true;
        Peer = socket.RemoteEndPoint;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _json = new Utf8JsonWriter(_body, new JsonWriterOptions { Encoder = GrainJson.Options.Encoder });
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
    public bool Send(FrameKind kind, Action<Utf8JsonWriter> write)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return false;
            }

            // Written aside first: half a frame would spoil all that follow.
            _body.ResetWrittenCount();
            _json.Reset();
            _json.WriteStartArray();
            _json.WriteNumberValue((int)kind);
            write(_json);
            _json.WriteEndArray();
            _json.Flush();
            if (_body.WrittenCount > LargestFrame)
            {
                throw new OrleansException($"A message of {_body.WrittenCount:N0} bytes is more than the {LargestFrame:N0} that one may have.");
            }

            BinaryPrimitives.WriteInt32LittleEndian(_outbox.Writer.GetSpan(sizeof(int)), _body.WrittenCount);
            _outbox.Writer.Advance(sizeof(int));
            _outbox.Writer.Write(_body.WrittenSpan);
            // Never waits: the pipe takes whatever comes.
            _ = _outbox.Writer.FlushAsync().AsTask();
            return true;
        }
    }

    /// <summary>Hands over frames as they come, until the other end closes or this one is disposed.</summary>
    public async Task ReceiveAsync(Action<JsonElement> received)
    {
        var inbox = PipeReader.Create(_stream, new StreamPipeReaderOptions(bufferSize: 1 << 16));
        while (true)
        {
            var read = await inbox.ReadAsync();
            var rest = read.Buffer;
            while (Take(ref rest) is { } frame)
            {
                using var parsed = JsonDocument.Parse(frame);
                received(parsed.RootElement);
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
