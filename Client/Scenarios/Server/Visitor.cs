using System.Net;
using System.Net.Sockets;

namespace Interleave.Client.Scenarios.Server;

/// <summary>One end of a session, from outside.</summary>
internal sealed class Visitor : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Socket _connection = new(SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
        ReceiveTimeout = (int)Patience.TotalMilliseconds,
        SendTimeout = (int)Patience.TotalMilliseconds,
    };

    /// <exception cref="SocketException">Nobody let it in.</exception>
    public void Enter(int port) => _connection.Connect(IPAddress.Loopback, port);

    /// <summary>Blocks until the session is served.</summary>
    /// <exception cref="SocketException">It was not, in time.</exception>
    public void AwaitGreeting()
    {
        Span<byte> greeting = stackalloc byte[ServerJob.Greeting.Length];
        if (_connection.Receive(greeting) == 0)
        {
            throw new SocketException((int)SocketError.ConnectionReset);
        }
    }

    /// <summary>Takes echoes until the connection is closed.</summary>
    public async Task ListenAsync(Messages messages)
    {
        var message = new byte[messages.Bytes];
        var filled = 0;
        try
        {
            while (await _connection.ReceiveAsync(message.AsMemory(filled)) is > 0 and var received)
            {
                filled += received;
                if (filled == message.Length)
                {
                    messages.Echoed(message);
                    filled = 0;
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            messages.Lost(exception);
        }
    }

    /// <exception cref="SocketException">The connection is lost.</exception>
    public void Send(ReadOnlySpan<byte> message) => _connection.Send(message);

    public void Dispose()
    {
        try
        {
            _connection.Shutdown(SocketShutdown.Both);
        }
        catch (SocketException)
        {
            // It was never connected, or is gone.
        }

        _connection.Dispose();
    }
}
