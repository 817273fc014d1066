using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Interleave.Embedded.Serialization;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Interleave.Embedded.Network;

/// <summary>Frames over a connection: a length, a kind and the rest of it; frames written while others are being sent go out together.</summary>
/// <param name="connection">Ended, but not disposed of, by this.</param>
internal sealed class FrameSocket(ConnectionContext connection) : IDisposable
{
    private const int LargestFrame = 1 << 26;

    private readonly PipeReader _inbox = connection.Transport.Input;
    private readonly FrameOutbox _outbox = new(connection);

    public EndPoint? Peer => connection.RemoteEndPoint;

    private static SocketConnectionContextFactory Dialled { get; } = NewConnections(NullLogger.Instance);

    /// <summary>Makes connections of sockets.</summary>
    public static SocketConnectionContextFactory NewConnections(ILogger log) =>
        new(new SocketConnectionFactoryOptions { MaxWriteBufferSize = FrameOutbox.MuchWaiting }, log);

    public static async Task<FrameSocket> ConnectAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken);
            return new FrameSocket(Dialled.Create(socket));
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

    public bool SendControl<T>(FrameKind kind, T said) => Send(
        kind, said, static (writer, said) => writer.WriteJson(said, static (json, said) => JsonSerializer.Serialize(json, said, GrainJson.Options)));

    /// <summary>Reads one frame, which must be of this kind, or a refusal.</summary>
    public async Task<T> ReadControlAsync<T>(FrameKind expected, int largest, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            var read = await _inbox.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            if (Take(ref rest, largest) is { } frame)
            {
                var said = ReadControl<T>(expected, new WireReader(frame));
                _inbox.AdvanceTo(rest.Start);
                return said;
            }

            _inbox.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted)
            {
                throw new IOException($"{Peer} hung up.");
            }
        }
    }

    /// <summary>Hands over frames as they come, until the other end closes or this one is disposed.</summary>
    /// <param name="received">Takes each frame.</param>
    /// <param name="waitsForRoom">Whether to take no more from an end that does not read what is sent to it.</param>
    public async Task ReceiveAsync(FrameReceiver received, bool waitsForRoom)
    {
        while (true)
        {
            var read = await _inbox.ReadAsync();
            var rest = read.Buffer;
            while (Take(ref rest, LargestFrame) is { } frame)
            {
                received(new WireReader(frame));
            }

            _inbox.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted || read.IsCanceled)
            {
                return;
            }

            if (waitsForRoom)
            {
                await _outbox.HasRoom;
            }
        }
    }

    /// <summary>Done when not much waits to be sent: a peer that does not read is not asked for more.</summary>
    public Task RoomToSend() => _outbox.HasRoom;

    /// <summary>Sends what waits, then closes.</summary>
    public Task CloseAsync(CancellationToken cancellationToken) => _outbox.CloseAsync(cancellationToken);

    /// <summary>Ends it at once, whatever waits to be sent.</summary>
    public void Abort()
    {
        _outbox.Close();
        connection.Abort();
    }

    /// <summary>Ends it at once, unless it is closing.</summary>
    public void Dispose()
    {
        if (!_outbox.IsEnding)
        {
            Abort();
        }
    }

    /// <summary>Lets go of a connection that this end dialled, when nothing is read from it any more.</summary>
    public ValueTask ReleaseAsync()
    {
        Dispose();
        return connection.DisposeAsync();
    }

    public static T ReadControl<T>(WireReader frame)
        where T : class
    {
        using var said = JsonDocument.Parse(frame.ReadJsonPart(out var arrays));
        using (RawArrays.ReadFrom(arrays))
        {
            return said.RootElement.Deserialize<T>(GrainJson.Options) ?? throw new InvalidDataException("A frame says nothing.");
        }
    }

    private T ReadControl<T>(FrameKind expected, WireReader frame)
        where T : class
    {
        var kind = (FrameKind)frame.ReadByte();
        return kind == expected ? ReadControl<T>(frame)
            : kind == FrameKind.Refusal ? throw new OrleansException($"The silo at {Peer} refused this end: {ReadControl<string>(frame)}")
            : throw new InvalidDataException($"{kind} came instead of {expected}.");
    }

    private static ReadOnlySequence<byte>? Take(ref ReadOnlySequence<byte> bytes, int largest)
    {
        var reader = new SequenceReader<byte>(bytes);
        if (!reader.TryReadLittleEndian(out int length))
        {
            return null;
        }

        if (length < 1 || length > largest)
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

    private bool Send(ReadOnlySpan<byte> frame) => frame.Length <= LargestFrame
        ? _outbox.Write(frame)
        : throw new OrleansException($"A message of {frame.Length:N0} bytes is more than the {LargestFrame:N0} that one may have.");
}
