using System.Net.Sockets;

namespace Interleave.Client.Doctor;

/// <summary>Finds out whether somebody answers at an address.</summary>
internal static class Answering
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <param name="talk">Says something and tells whether the answer is the expected one.</param>
    /// <returns>Why nobody answers; null when somebody does.</returns>
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
