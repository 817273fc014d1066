using System.Net.Sockets;

namespace Interleave.Silo.Health;

/// <summary>Answers, on a Unix socket, whether this silo has joined its cluster and its thread pool still gets to work.</summary>
internal sealed class HealthSocket : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly string _path;

    private HealthSocket(string path)
    {
        _path = path;
        // What a silo that was killed left behind.
        File.Delete(path);
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen();
    }

    /// <summary>Answers from now on, until it is disposed.</summary>
    public static HealthSocket Open(string path)
    {
        var health = new HealthSocket(path);
        _ = health.AnswerAsync();
        return health;
    }

    public void Dispose()
    {
        _listener.Dispose();
        File.Delete(_path);
    }

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                using var asker = await _listener.AcceptAsync();
                await asker.SendAsync(HealthQuestion.Healthy);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Closed: a silo that stops is not healthy.
        }
    }
}
