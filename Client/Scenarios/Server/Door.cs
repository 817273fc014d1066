using System.Net;
using System.Net.Sockets;

namespace Interleave.Client.Scenarios.Server;

/// <summary>Where sessions come in, on a free port of the loopback address, until it is closed.</summary>
internal sealed class Door : IDisposable
{
    /// <summary>Visitors come some hundred at a time; the system's own limit is 4,096.</summary>
    private const int Waiting = 1_024;

    private readonly Socket _listener = new(SocketType.Stream, ProtocolType.Tcp);
    private volatile bool _isClosed;

    public Door()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(Waiting);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port; // It is bound.

    /// <summary>Every connection, for as long as the door is open; blocks in between.</summary>
    public IEnumerable<Socket> Accept()
    {
        while (TryAccept() is { } connection)
        {
            connection.NoDelay = true;
            yield return connection;
        }
    }

    /// <inheritdoc cref="Accept"/>
    public async IAsyncEnumerable<Socket> AcceptAsync()
    {
        while (await TryAcceptAsync() is { } connection)
        {
            connection.NoDelay = true;
            yield return connection;
        }
    }

    public void Close()
    {
        _isClosed = true;
        _listener.Dispose();
    }

    public void Dispose() => Close();

    private Socket? TryAccept()
    {
        try
        {
            return _listener.Accept();
        }
        catch (Exception exception) when (_isClosed && exception is SocketException or ObjectDisposedException)
        {
            return null;
        }
    }

    private async Task<Socket?> TryAcceptAsync()
    {
        try
        {
            return await _listener.AcceptAsync();
        }
        catch (Exception exception) when (_isClosed && exception is SocketException or ObjectDisposedException)
        {
            return null;
        }
    }
}
