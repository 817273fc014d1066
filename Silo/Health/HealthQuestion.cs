using System.Net.Sockets;

namespace Interleave.Silo.Health;

/// <summary>Asks a silo of this machine how it is; for a container's health check.</summary>
internal static class HealthQuestion
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static ReadOnlyMemory<byte> Healthy { get; } = "joined"u8.ToArray();

    /// <returns>0 for a silo that has joined and answers, 1 otherwise.</returns>
    public static async Task<int> AskAsync(string path, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var answer = new byte[Healthy.Length];
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), patience.Token);
            var length = await socket.ReceiveAsync(answer, patience.Token);
            return answer.AsSpan(0, length).SequenceEqual(Healthy.Span) ? 0 : 1;
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"No silo that has joined its cluster answers at {path}: {exception.Message}");
            return 1;
        }
    }
}
