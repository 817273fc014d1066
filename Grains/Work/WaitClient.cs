using System.Globalization;
using System.Net.Sockets;

namespace Interleave.Grains.Work;

/// <summary>Waits for the I/O server over HTTP: blocking or awaiting, on connections that are kept.</summary>
public sealed class WaitClient : IDisposable
{
    /// <summary>Longer than any run, so that no connection is opened within a trial because an earlier one is long ago.</summary>
    /// <remarks>
    /// The handler looks through its idle connections four times in this span, and every 30 s if it is infinite. What it does then to see whether a
    /// connection still lives is an asynchronous read, after which even a synchronous call on that socket completes asynchronously.
    /// </remarks>
    private static readonly TimeSpan LongerThanAnyRun = TimeSpan.FromDays(100);

    /// <summary>A server of one's own that answers with more is refused: answers are held in memory.</summary>
    private const long MostBytes = 64 << 20;

    private readonly HttpClient _http;

    private WaitClient(SocketsHttpHandler handler)
    {
        handler.PooledConnectionIdleTimeout = LongerThanAnyRun;
        handler.UseProxy = false;
        handler.AllowAutoRedirect = false; // A redirection could lead where nobody allowed to go.
        _http = new HttpClient(handler) { MaxResponseContentBufferSize = MostBytes };
    }

    /// <summary>For <see cref="GetAsync"/>: no thread waits.</summary>
    public static WaitClient Awaiting() => new(new SocketsHttpHandler());

    /// <summary>For <see cref="Get"/>: the calling thread waits in the operating system's receive call.</summary>
    /// <remarks>
    /// A socket that was ever used asynchronously is woken through the runtime's poll thread even by a synchronous call: connect it synchronously.
    /// </remarks>
    /// <param name="streamOf">Makes the stream of a connected socket, where its calls must do more than block.</param>
    public static WaitClient Blocking(Func<Socket, NetworkStream>? streamOf = null) => new(new SocketsHttpHandler
    {
        ConnectCallback = (context, _) => ValueTask.FromResult<Stream>(Connect(context, streamOf ?? (socket => new NetworkStream(socket, ownsSocket: true)))),
    });

    public WaitReply Get(WaitRequest request, CancellationToken cancellation)
    {
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, request.Address);
            using var response = _http.Send(message, cancellation);
            return Read(response);
        }
        catch (Exception broken) when (cancellation.IsCancellationRequested && broken is ObjectDisposedException or IOException or HttpRequestException)
        {
            // A blocking call is cancelled by closing its connection, which it does not always notice as a cancellation.
            throw new OperationCanceledException("The wait was cancelled.", broken, cancellation);
        }
    }

    public async Task<WaitReply> GetAsync(WaitRequest request, CancellationToken cancellation)
    {
        using var response = await _http.GetAsync(request.Address, cancellation);
        return Read(response);
    }

    /// <summary>Asks any server; the calling thread waits.</summary>
    /// <returns>How many bytes it answered with.</returns>
    public long GetBytes(Uri address, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = _http.Send(message, cancellation);
        response.EnsureSuccessStatusCode();
        return response.Content.ReadAsStream(cancellation).Length;
    }

    /// <inheritdoc cref="GetBytes"/>
    public async Task<long> GetBytesAsync(Uri address, CancellationToken cancellation)
    {
        using var response = await _http.GetAsync(address, cancellation);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadAsStreamAsync(cancellation)).Length;
    }

    public void Dispose() => _http.Dispose();

    private static WaitReply Read(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        return new WaitReply(
            Number(response, WaitReply.OrderHeader),
            response.Content.ReadAsStream().Length, // The body was read into memory before the call returned.
            new TimeSpan(Number(response, WaitReply.LatenessHeader) / TimeSpan.NanosecondsPerTick),
            Environment.ProcessId);
    }

    private static long Number(HttpResponseMessage response, string header) =>
        long.Parse(response.Headers.GetValues(header).Single(), CultureInfo.InvariantCulture);

    private static NetworkStream Connect(SocketsHttpConnectionContext context, Func<Socket, NetworkStream> streamOf)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Connect(context.DnsEndPoint);
            return streamOf(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
