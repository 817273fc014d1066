using System.Net.Sockets;

namespace Interleave.Client.Doctor;

/// <summary>Finds out whether a server answers at an address.</summary>
internal static class EndpointCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <param name="talk">Says something and tells whether the answer is the expected one.</param>
    /// <returns>Why there is no answer; null when there is one.</returns>
    public static async Task<string?> WhyNotAsync(string host, int port, Func<Stream, CancellationToken, Task<bool>> talk, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, limit.Token);
            return await talk(client.GetStream(), limit.Token) ? null : "something else listens there";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"no answer within {Patience.TotalSeconds:0} s";
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return exception.Message;
        }
    }
}
