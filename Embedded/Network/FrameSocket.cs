using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Interleave.Embedded.Serialization;

namespace Interleave.Embedded.Network;

/// <summary>Length-prefixed frames over a socket; frames written while others are being sent go out together.</summary>
internal sealed class FrameSocket : IThreadPoolWorkItem, IDisposable
{
    private const int LargestFrame = 1 << 28;

    private readonly Socket _socket;
    private readonly Lock _gate = new();
    private WireWriter _filling = new();
    private WireWriter _sending = new();
    private bool _isSending;
    private bool _closed;
    private TaskCompletionSource? _allSent;

    public FrameSocket(Socket socket)
    {
        _socket = socket;
        _socket.NoDelay = true;
        Peer = socket.RemoteEndPoint;
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
        lock (_gate)
        {
            if (_closed)
            {
                return false;
            }

            var start = _filling.BeginFrame();
            try
            {
                _filling.Byte((byte)kind);
                write(_filling, state);
                if (_filling.Length - start > LargestFrame)
                {
                    throw new OrleansException($"A message of {_filling.Length - start:N0} bytes is more than the {LargestFrame:N0} that one may have.");
                }

                _filling.EndFrame(start);
            }
            catch
            {
                // Half a frame would spoil all that follow.
                _filling.CancelFrame(start);
                throw;
            }

            if (_isSending)
            {
                return true;
            }

            _isSending = true;
        }

        // Whoever else has something to say until then shares the system call.
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return true;
    }

    /// <summary>Hands over frames as they come, until the other end closes or this one is disposed.</summary>
    public async Task ReceiveAsync(FrameHandler received)
    {
        var buffer = new byte[1 << 16];
        var filled = 0;
        while (true)
        {
            var count = await _socket.ReceiveAsync(buffer.AsMemory(filled));
            if (count == 0)
            {
                return;
            }

            filled += count;
            var taken = Take(buffer.AsSpan(0, filled), received, out var wanted);
            filled -= taken;
            if (wanted > buffer.Length)
            {
                var larger = new byte[wanted];
                buffer.AsSpan(taken, filled).CopyTo(larger);
                buffer = larger;
            }
            else
            {
                buffer.AsSpan(taken, filled).CopyTo(buffer);
            }
        }
    }

    /// <summary>Sends what waits, then closes.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _allSent = sent;
            if (!_isSending)
            {
                sent.SetResult();
            }
        }

        await sent.Task.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Dispose();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _allSent?.TrySetResult();
        }

        _socket.Dispose();
    }

    void IThreadPoolWorkItem.Execute() => _ = SendWaitingAsync();

    private static int Take(ReadOnlySpan<byte> bytes, FrameHandler received, out int wanted)
    {
        var taken = 0;
        wanted = 0;
        while (bytes.Length - taken >= sizeof(int))
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[taken..]);
            if (length is < 1 or > LargestFrame)
            {
                throw new InvalidDataException($"The other end is no silo or client of this version: a frame of {length} bytes.");
            }

            if (bytes.Length - taken - sizeof(int) < length)
            {
                wanted = sizeof(int) + length;
                break;
            }

            received(bytes.Slice(taken + sizeof(int), length));
            taken += sizeof(int) + length;
        }

        return taken;
    }

    private async Task SendWaitingAsync()
    {
        try
        {
            while (true)
            {
                lock (_gate)
                {
                    if (_filling.Length == 0 || _closed)
                    {
                        _isSending = false;
                        _allSent?.TrySetResult();
                        return;
                    }

                    (_filling, _sending) = (_sending, _filling);
                }

                await SendAllAsync(_sending.WrittenMemory);
                _sending.Clear();
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // Receiving ends too, and tells whom it concerns.
            Dispose();
        }
    }

    private async ValueTask SendAllAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await _socket.SendAsync(bytes)..];
        }
    }
}
