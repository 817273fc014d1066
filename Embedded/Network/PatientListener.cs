using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;

namespace Interleave.Embedded.Network;

/// <summary>Accepts connections for the web server: as many at once as leave the process some descriptors; it pauses where the system has none.</summary>
/// <remarks>
/// The web server accepts and then closes those that are too many, and where no descriptor is left asks again at once. Here they wait with the system until
/// one of those that were accepted ends: without a descriptor, the runtime cannot start a thread, and ends the process.
/// </remarks>
internal sealed partial class PatientListener : IConnectionListener
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Socket _socket;
    private readonly SocketConnectionContextFactory _connections;
    private readonly ILogger _log;
    private readonly int _most;
    private readonly SemaphoreSlim _free;
    private readonly CancellationTokenSource _unbound = new();
    private bool _isFull;

    private PatientListener(Socket socket, int most, ILogger log)
    {
        _socket = socket;
        _most = most;
        _free = new SemaphoreSlim(most);
        _connections = FrameSocket.NewConnections(log);
        _log = log;
        EndPoint = socket.LocalEndPoint!; // It is bound.
    }

    public EndPoint EndPoint { get; }

    /// <param name="endPoint">Where to listen.</param>
    /// <param name="most">How many connections it accepts that have not ended.</param>
    /// <param name="log">Is told when nothing can be accepted.</param>
    public static PatientListener Bind(EndPoint endPoint, int most, ILogger log)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endPoint);
        socket.Listen();
        return new PatientListener(socket, most, log);
    }

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        if (!await WaitForFreeAsync(cancellationToken))
        {
            return null;
        }

        var wasTold = false;
        while (true)
        {
            try
            {
                var accepted = await _socket.AcceptAsync(cancellationToken);
                accepted.NoDelay = true;
                var connection = _connections.Create(accepted);
                connection.ConnectionClosed.UnsafeRegister(static free => ((SemaphoreSlim)free!).Release(), _free); // It is given one.
                return connection;
            }
            catch (Exception end) when (end is ObjectDisposedException or SocketException { SocketErrorCode: SocketError.OperationAborted })
            {
                return null;
            }
            catch (SocketException fault)
            {
                if (!wasTold)
                {
                    LogNotAccepted(_log, EndPoint, fault.Message);
                    wasTold = true;
                }

                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        _unbound.Cancel();
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _unbound.Cancel();
        _socket.Dispose();
        _connections.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Waits until one connection more may be accepted; false if none is to be any more.</summary>
    private async Task<bool> WaitForFreeAsync(CancellationToken cancellationToken)
    {
        if (_free.Wait(0, CancellationToken.None))
        {
            _isFull &= _free.CurrentCount < _most / 2;
            return true;
        }

        if (!_isFull)
        {
            _isFull = true;
            LogNotAccepted(_log, EndPoint, $"{_most:N0} are open, and more would take files and sockets that this process needs itself.");
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_unbound.Token, cancellationToken);
        await _free.WaitAsync(ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !ended.IsCancellationRequested;
    }

    [LoggerMessage(LogLevel.Warning, "No connection to {EndPoint} can be accepted at this moment: {Reason}")]
    private static partial void LogNotAccepted(ILogger logger, EndPoint endPoint, string reason);
}
