using System.Globalization;
using System.Net.Sockets;

namespace Interleave.Grains.Work;

/// <summary>Waits for the I/O server over HTTP: blocking or awaiting, on connections that are kept.</summary>
public sealed class WaitClient : IDisposable
{
    private readonly HttpClient _http;

    private WaitClient(SocketsHttpHandler handler)
    {
        // A trial may be idle between rounds for long; opening connections anew would then be timed.
        handler.PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan;
        handler.UseProxy = false;
        _http = new HttpClient(handler);
    }

    /// <summary>For <see cref="GetAsync"/>: no thread waits.</summary>
    public static WaitClient Awaiting() => new(new SocketsHttpHandler());

    /// <summary>For <see cref="Get"/>: the calling thread waits in the operating system's receive call.</summary>
    /// <remarks>A socket that was ever used asynchronously is woken through the runtime's poll thread even by a synchronous call: connect it synchronously.</remarks>
    public static WaitClient Blocking() => new(new SocketsHttpHandler { ConnectCallback = (context, _) => ValueTask.FromResult<Stream>(Connect(context)) });

    public WaitReply Get(WaitRequest request, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, request.Address);
        using var response = _http.Send(message, cancellation);
        return Read(response);
    }

    public async Task<WaitReply> GetAsync(WaitRequest request, CancellationToken cancellation)
    {
        using var response = await _http.GetAsync(request.Address, cancellation);
        return Read(response);
    }

    public void Dispose() => _http.Dispose();

    private static WaitReply Read(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        return new WaitReply(
            Number(response, WaitReply.OrderHeader),
            response.Content.ReadAsStream().Length, // The body was read into memory before the call returned.
            TimeSpan.FromMicroseconds(Number(response, WaitReply.LatenessHeader)));
    }

    private static long Number(HttpResponseMessage response, string header) =>
        long.Parse(response.Headers.GetValues(header).Single(), CultureInfo.InvariantCulture);

    private static NetworkStream Connect(SocketsHttpConnectionContext context)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Connect(context.DnsEndPoint);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
