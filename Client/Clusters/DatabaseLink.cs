using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Interleave.Silo.Database;

namespace Interleave.Client.Clusters;

/// <summary>The only way from silos of this process to their database: a relay in this process, which can be cut and mended.</summary>
/// <remarks>
/// While it is cut no byte passes in either direction and no connection is reset, as with a cable that is pulled. What was under way is delivered when it is
/// mended, also of those who have given up meanwhile: a write that its caller took for failed may then be carried out.
/// </remarks>
internal sealed class DatabaseLink : IDisposable
{
    private readonly PostgresConnection _database;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<Socket, bool> _sockets = new();
    private volatile TaskCompletionSource _passable = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DatabaseLink(PostgresConnection database)
    {
        _database = database;
        _passable.SetResult();
        _listener.Start();
        Connection = database.Through((IPEndPoint)_listener.LocalEndpoint);
    }

    /// <summary>The same database, through this relay.</summary>
    public PostgresConnection Connection { get; }

    /// <exception cref="UserError">The connection cannot be led through a relay.</exception>
    public static DatabaseLink Open(PostgresConnection database)
    {
        if (database.WhyNoRelay is { } reason)
        {
            throw new UserError($"The database at {database} cannot be cut off: {reason}");
        }

        var link = new DatabaseLink(database);
        _ = link.AcceptAsync();
        return link;
    }

    public void Cut() => _passable = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Mend() => _passable.TrySetResult();

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        foreach (var socket in _sockets.Keys)
        {
            socket.Dispose();
        }

        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var end = _end.Token;
        try
        {
            while (true)
            {
                _ = RelayAsync(await _listener.AcceptSocketAsync(end), end);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // Nobody needs the relay any more.
        }
    }

    private async Task RelayAsync(Socket client, CancellationToken end)
    {
        using var server = _database.NewSocket();
        using (client)
        {
            _sockets[client] = _sockets[server] = true;
            try
            {
                await _passable.Task.WaitAsync(end);
                await server.ConnectAsync(_database.EndPoint, end);
                client.NoDelay = true;
                await Task.WhenAll(PumpAsync(client, server, end), PumpAsync(server, client, end));
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                // One side is gone: closing both tells the other.
            }
            finally
            {
                _sockets.TryRemove(client, out _);
                _sockets.TryRemove(server, out _);
            }
        }
    }

    private async Task PumpAsync(Socket from, Socket to, CancellationToken end)
    {
        var buffer = new byte[32 * 1024];
        int read;
        do
        {
            read = await from.ReceiveAsync(buffer, end);
            await _passable.Task.WaitAsync(end);
            for (var sent = 0; sent < read;)
            {
                sent += await to.SendAsync(buffer.AsMemory(sent, read - sent), end);
            }
        }
        while (read > 0);

        to.Shutdown(SocketShutdown.Send);
    }
}
