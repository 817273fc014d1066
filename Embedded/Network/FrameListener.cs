using System.Net;
using System.Net.Sockets;

namespace Interleave.Embedded.Network;

/// <summary>Listens on one port of this machine.</summary>
internal sealed class FrameListener : IDisposable
{
    private readonly TcpListener _listener;
    private volatile bool _closed;

    /// <remarks>Binding at once tells at once that a port is taken; who connects before <see cref="Start"/> waits.</remarks>
    public FrameListener(IPEndPoint endPoint)
    {
        _listener = new TcpListener(endPoint);
        _listener.Start();
    }

    public void Start(Action<FrameSocket> accepted)
    {
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(() => AcceptAsync(accepted));
        }
    }

    public void Dispose()
    {
        _closed = true;
        _listener.Dispose();
    }

    private async Task AcceptAsync(Action<FrameSocket> accepted)
    {
        while (!_closed)
        {
            try
            {
                accepted(new FrameSocket(await _listener.AcceptSocketAsync()));
            }
            catch (Exception fault) when (fault is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // This listener was closed, or whoever knocked has gone again.
            }
        }
    }
}
