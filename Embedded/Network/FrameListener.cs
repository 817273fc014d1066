using System.Net;
using System.Net.Sockets;

namespace Interleave.Embedded.Network;

/// <summary>Listens on one port of this machine.</summary>
internal sealed class FrameListener : IDisposable
{
    private readonly Socket _socket;

    /// <remarks>Binding at once tells at once that a port is taken; who connects before <see cref="Start"/> waits.</remarks>
    public FrameListener(IPEndPoint endPoint)
    {
        _socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _socket.Bind(endPoint);
            _socket.Listen();
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
    }

    public void Start(Action<FrameSocket> accepted)
    {
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(() => AcceptAsync(accepted));
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task AcceptAsync(Action<FrameSocket> accepted)
    {
        while (true)
        {
            try
            {
                accepted(new FrameSocket(await _socket.AcceptAsync()));
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (SocketException fault) when (fault.SocketErrorCode is SocketError.OperationAborted or SocketError.Interrupted or SocketError.InvalidArgument)
            {
                return;
            }
            catch (SocketException)
            {
                // Whoever knocked has gone again.
            }
        }
    }
}
