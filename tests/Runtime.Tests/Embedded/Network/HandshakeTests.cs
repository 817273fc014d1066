using System.Net;
using System.Net.Sockets;
using Interleave.Embedded.Membership;
using Interleave.Embedded.Network;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Abstractions;
using Runtime.Tests.Embedded.Clusters;
using Runtime.Tests.Embedded.Fuzzing;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded.Network;

public sealed class HandshakeTests : IAsyncLifetime, IDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;

    /// <summary>A silo that takes nothing for so long has stopped to.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly TestFolder _folder = new();
    private readonly TestFolder _other = new();
    private TestSilo _silo = null!; // Set before any test runs.

    private string ClusterId => _silo.Options.ClusterId;

    public async Task InitializeAsync() => _silo = await TestSilo.StartAsync(_folder.Path);

    [Fact]
    public async Task A_request_before_the_handshake_is_not_carried_out()
    {
        var stranger = await FrameSocket.ConnectAsync(_silo.Options.GatewayEndpoint, Never);
        stranger.Send(
            FrameKind.Request, Frames.Request(1, "stranger", typeof(IdentityGrain), typeof(IIdentityGrain), nameof(IIdentityGrain.Remember), [7])[1..],
            static (writer, frame) => writer.WriteBytes(frame));
        await EndAsync(stranger);

        Assert.Equal(1, await _silo.Grains.GetGrain<IIdentityGrain>("stranger").Remember(1));
    }

    [Theory]
    [InlineData((byte)FrameKind.Welcome, true)]
    [InlineData((byte)FrameKind.Welcome, false)]
    [InlineData((byte)FrameKind.Hosted, true)]
    [InlineData((byte)FrameKind.Members, false)]
    public async Task A_stranger_who_says_anything_but_hello_is_no_member_and_loses_its_connection(byte kind, bool toSilo)
    {
        var stranger = await FrameSocket.ConnectAsync(toSilo ? _silo.Options.SiloEndpoint : _silo.Options.GatewayEndpoint, Never);
        var silo = new SiloAddress(IPEndPoint.Parse("127.0.0.1:1"), 1);

        stranger.SendControl((FrameKind)kind, new Welcome(silo, new byte[32], new Gateways(long.MaxValue, [new Gateway(silo, silo.Endpoint)])));

        await EndAsync(stranger);
        Assert.Equal([_silo.Silo.Address], _silo.Silo.Directory.View.Members);
    }

    /// <remarks>What a client does not understand must not end its dialling for good.</remarks>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_welcome_that_names_no_gateways_is_refused(bool hasNull)
    {
        var endPoint = new IPEndPoint(IPAddress.Loopback, Interleave.Silo.Ports.AnyFree(IPAddress.Loopback));
        var secret = ClusterSecret.Read(_folder.Path);
        using var member = new FrameListener(
            new Dictionary<IPEndPoint, Func<FrameSocket, Task>>
            {
                [endPoint] = async socket =>
                {
                    var hello = await Handshake.AcceptAsync(socket, ClusterId, secret, Never);
                    socket.SendControl(FrameKind.Welcome, new Welcome(_silo.Silo.Address, hello!.Proof, new Gateways(1, hasNull ? [null!] : null!)));
                    await socket.ReceiveAsync(static _ => { }, waitsForRoom: false);
                },
            },
            NullLoggerFactory.Instance);
        await member.StartAsync(Never);
        var socket = await FrameSocket.ConnectAsync(endPoint, Never);

        await Assert.ThrowsAsync<InvalidDataException>(() => Handshake.DialAsync(socket, ClusterId, _folder.Path, null, Never));

        await socket.ReleaseAsync();
    }

    [Fact]
    public async Task A_peer_that_does_not_know_the_secret_is_refused()
    {
        ClusterSecret.Share(_other.Path);
        var stranger = await FrameSocket.ConnectAsync(_silo.Options.GatewayEndpoint, Never);

        var fault = await Assert.ThrowsAsync<OrleansException>(() => Handshake.DialAsync(stranger, ClusterId, _other.Path, null, Never));

        Assert.Contains("does not know the secret", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listener_that_does_not_know_the_secret_is_not_trusted()
    {
        var endPoint = new IPEndPoint(IPAddress.Loopback, Interleave.Silo.Ports.AnyFree(IPAddress.Loopback));
        using var impostor = new FrameListener(
            new Dictionary<IPEndPoint, Func<FrameSocket, Task>>
            {
                [endPoint] = async socket =>
                {
                    socket.SendControl(FrameKind.Challenge, new Challenge(Challenge.CurrentVersion, ClusterId, new byte[32]));
                    await socket.ReadControlAsync<Hello>(FrameKind.Hello, 4096, Never);
                    socket.SendControl(FrameKind.Welcome, new Welcome(_silo.Silo.Address, new byte[32], Gateways.None));
                    await socket.ReceiveAsync(static _ => { }, waitsForRoom: false);
                },
            },
            NullLoggerFactory.Instance);
        await impostor.StartAsync(Never);
        var socket = await FrameSocket.ConnectAsync(endPoint, Never);

        var fault = await Assert.ThrowsAsync<OrleansException>(() => Handshake.DialAsync(socket, ClusterId, _folder.Path, null, Never));

        Assert.Contains("does not know the secret", fault.Message, StringComparison.Ordinal);
        await socket.ReleaseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Silos_and_clients_come_in_by_their_own_doors(bool isSilo)
    {
        var door = isSilo ? _silo.Options.GatewayEndpoint : _silo.Options.SiloEndpoint;
        var socket = await FrameSocket.ConnectAsync(door, Never);

        await Assert.ThrowsAnyAsync<Exception>(() => Handshake.DialAsync(socket, ClusterId, _folder.Path, isSilo ? _silo.Silo.Address : null, Never));

        await socket.ReleaseAsync();
    }

    [Theory]
    [InlineData((byte)FrameKind.Hosted)]
    [InlineData((byte)FrameKind.Gone)]
    [InlineData((byte)FrameKind.Welcome)]
    [InlineData((byte)FrameKind.Answer)]
    public async Task A_client_that_says_what_only_silos_may_say_loses_its_connection(byte kind)
    {
        var client = await FrameSocket.ConnectAsync(_silo.Options.GatewayEndpoint, Never);
        await Handshake.DialAsync(client, ClusterId, _folder.Path, null, Never);

        client.SendControl((FrameKind)kind, new GrainId("type", "key"));

        await EndAsync(client);
    }

    [Fact]
    public async Task A_client_that_never_reads_is_not_answered_without_end()
    {
        const int Requests = 300;
        var parcel = new Parcel("big", Bytes: new byte[1 << 20]);
        var client = await FrameSocket.ConnectAsync(_silo.Options.GatewayEndpoint, Never);
        await Handshake.DialAsync(client, ClusterId, _folder.Path, null, Never);
        var heap = _silo.Grains.GetGrain<IHeapGrain>("heap");
        var grain = _silo.Grains.GetGrain<ICopyGrain>("big");
        await grain.Echo(parcel);
        var before = await heap.Used();

        var sent = 0;
        while (sent < Requests && await Task.WhenAny(client.RoomToSend(), Task.Delay(Patience)) == client.RoomToSend())
        {
            var request = Frames.Request(++sent, "big", typeof(CopyGrain), typeof(ICopyGrain), nameof(ICopyGrain.Echo), [parcel]);
            client.Send(FrameKind.Request, request, static (writer, frame) => writer.WriteBytes(frame.AsSpan(1)));
        }

        Assert.InRange(sent, 1, Requests - 1);
        Assert.InRange(await heap.Used() - before, long.MinValue, 64 << 20);
        await client.ReleaseAsync();
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _other.Dispose();
    }

    /// <summary>Whatever the silo still says, it hangs up.</summary>
    private static async Task EndAsync(FrameSocket socket)
    {
        try
        {
            await socket.ReceiveAsync(static _ => { }, waitsForRoom: false).WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (Exception fault) when (fault is IOException or SocketException or ConnectionAbortedException)
        {
            // Hanging up can look like that, too.
        }

        await socket.ReleaseAsync();
    }
}
