using System.Net.Sockets;
using Interleave.Client.IoServer;
using Interleave.Grains.Work;
using Microsoft.AspNetCore.Builder;

namespace Interleave.Client.Tests.IoServer;

/// <summary>A socket that was ever used asynchronously stays so: its descriptor is then marked as not blocking.</summary>
public sealed class BlockingWaitTests : IAsyncLifetime
{
    private readonly WebApplication _server = IoServerHost.Build();
    private readonly WebApplication _serverOfPlainClient = IoServerHost.Build();

    public async Task InitializeAsync()
    {
        await _server.StartAsync();
        await _serverOfPlainClient.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _serverOfPlainClient.DisposeAsync();
    }

    [LinuxFact]
    public void A_blocking_wait_uses_a_blocking_socket()
    {
        using var http = WaitClient.Blocking();

        http.Get(Wait(_server), CancellationToken.None);

        Assert.Equal([true], SocketModes.AreBlocking(Port(_server)));
    }

    [LinuxFact]
    public async Task An_awaited_wait_does_not()
    {
        using var http = WaitClient.Awaiting();

        await http.GetAsync(Wait(_server), CancellationToken.None);

        Assert.Equal([false], SocketModes.AreBlocking(Port(_server)));
    }

    /// <remarks>Takes the 30 s after which the runtime looks through the idle connections of a handler whose idle timeout is infinite.</remarks>
    [LinuxFact]
    public async Task A_blocking_wait_still_blocks_when_the_runtime_has_looked_after_idle_connections()
    {
        using var http = WaitClient.Blocking();
        http.Get(Wait(_server), CancellationToken.None);
        using var plain = new HttpClient(new SocketsHttpHandler { PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan, ConnectCallback = ConnectBlocking });
        using var request = new HttpRequestMessage(HttpMethod.Get, Wait(_serverOfPlainClient).Address);
        plain.Send(request).Dispose();
        Assert.Equal([true], SocketModes.AreBlocking(Port(_serverOfPlainClient)));

        await Eventually(() => SocketModes.AreBlocking(Port(_serverOfPlainClient)) is [false], TimeSpan.FromSeconds(90));
        http.Get(Wait(_server), CancellationToken.None);

        Assert.Equal([true], SocketModes.AreBlocking(Port(_server)));
    }

    private static ValueTask<Stream> ConnectBlocking(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(context.DnsEndPoint);
        return ValueTask.FromResult<Stream>(new NetworkStream(socket, ownsSocket: true));
    }

    private static async Task Eventually(Func<bool> happened, TimeSpan limit)
    {
        using var patience = new CancellationTokenSource(limit);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (!happened())
        {
            await ticks.WaitForNextTickAsync(patience.Token);
        }
    }

    private static int Port(WebApplication server) => new Uri(server.Urls.Single()).Port;

    private static WaitRequest Wait(WebApplication server) => new(new Uri(server.Urls.Single()), TimeSpan.Zero, Bytes: 1);
}
