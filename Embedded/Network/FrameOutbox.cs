using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Interleave.Embedded.Network;

/// <summary>The frames that wait to be sent over a connection, in the order in which they were written.</summary>
internal sealed class FrameOutbox(ConnectionContext connection)
{
    /// <summary>What waits to be sent above which nothing more is asked for.</summary>
    public const int MuchWaiting = 1 << 22;

    /// <summary>What waits to be sent, above <see cref="MuchWaiting"/>, until the other end is given up.</summary>
    private const int TooMuchWaiting = 1 << 26;

    private readonly PipeWriter _pipe = connection.Transport.Output;
    private readonly Lock _gate = new();
    private Task _hasRoom = Task.CompletedTask;
    private long _waiting;
    private bool _closed;
    private volatile bool _isEnding;

    /// <summary>Done when not much waits to be sent.</summary>
    public Task HasRoom
    {
        get
        {
            lock (_gate)
            {
                return _hasRoom;
            }
        }
    }

    /// <summary>Whether the connection sends the last of it, and then closes by itself.</summary>
    public bool IsEnding => _isEnding;

    /// <summary>Adds a frame; false when nothing can be sent any more.</summary>
    public bool Write(ReadOnlySpan<byte> frame)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return false;
            }

            if (!_hasRoom.IsCompleted && (_waiting += frame.Length) > TooMuchWaiting)
            {
                _closed = true;
                connection.Abort(new ConnectionAbortedException($"{connection.RemoteEndPoint} does not read what is sent to it."));
                return false;
            }

            BinaryPrimitives.WriteInt32LittleEndian(_pipe.GetSpan(sizeof(int)), frame.Length);
            _pipe.Advance(sizeof(int));
            _pipe.Write(frame);
            if (_hasRoom.IsCompleted)
            {
                Flush();
            }

            return true;
        }
    }

    /// <summary>Takes no more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
        }
    }

    /// <summary>Takes no more, and has the connection close when all is sent.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        Close();
        await HasRoom.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            // The connection itself sends what it has taken over before it closes.
            _isEnding = true;
            _pipe.Complete();
        }
    }

    /// <summary>Sends what was written; where the connection has much to send already, what comes meanwhile follows when there is room.</summary>
    private void Flush()
    {
        _waiting = 0;
        var flush = _pipe.FlushAsync();
        if (!flush.IsCompletedSuccessfully)
        {
            _hasRoom = FlushAgainAsync(flush.AsTask());
        }
    }

    private async Task FlushAgainAsync(Task flush)
    {
        await flush.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        while (true)
        {
            ValueTask<FlushResult> next;
            lock (_gate)
            {
                if (_waiting == 0 || _closed)
                {
                    _hasRoom = Task.CompletedTask;
                    return;
                }

                _waiting = 0;
                next = _pipe.FlushAsync();
            }

            await next;
        }
    }
}
