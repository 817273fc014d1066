using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;

namespace Interleave.Embedded.Network;

/// <summary>Accepts connections for the web server, and pauses where the system has none to give.</summary>
/// <remarks>The web server's own listener asks again at once: without descriptors left it would take a core for itself until there are some.</remarks>
internal sealed partial class PatientListener : IConnectionListener
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Socket _socket;
    private readonly SocketConnectionContextFactory _connections;
    private readonly ILogger _log;

    private PatientListener(Socket socket, ILogger log)
    {
        _socket = socket;
        _connections = FrameSocket.NewConnections(log);
        _log = log;
        EndPoint = socket.LocalEndPoint!; // It is bound.
    }

    public EndPoint EndPoint { get; }

    public static PatientListener Bind(EndPoint endPoint, ILogger log)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endPoint);
        socket.Listen();
        return new PatientListener(socket, log);
    }

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        var wasTold = false;
        while (true)
        {
            try
            {
                var accepted = await _socket.AcceptAsync(cancellationToken);
                accepted.NoDelay = true;
                return _connections.Create(accepted);
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
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _connections.Dispose();
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "No connection to {EndPoint} can be accepted at this moment: {Reason}")]
    private static partial void LogNotAccepted(ILogger logger, EndPoint endPoint, string reason);
}
