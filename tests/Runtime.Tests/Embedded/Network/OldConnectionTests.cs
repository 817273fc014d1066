using System.Buffers;
using System.Net;
using Interleave.Embedded.Network;
using Interleave.Embedded.Serialization;
using Runtime.Tests.Embedded.Clusters;
using Runtime.Tests.Embedded.Fuzzing;

namespace Runtime.Tests.Embedded.Network;

/// <summary>What another silo tells counts by the connection that it made last.</summary>
public sealed class OldConnectionTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly SiloAddress Other = new(new IPEndPoint(IPAddress.Loopback, 1), 1);

    private readonly TestFolder _folder = new();
    private readonly TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TestSilo _silo = null!; // Set before any test runs.

    private HostedFrame Hosted => new(_silo.Silo.Directory.View.Version, [], IsFirst: true, IsLast: true);

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync(_folder.Path);
        _silo.Silo.Directory.Changed += () => _told.TrySetResult();
    }

    [Fact]
    public async Task What_a_silo_tells_over_its_connection_counts()
    {
        var socket = await FrameSocket.ConnectAsync(_silo.Options.SiloEndpoint, CancellationToken.None);
        await Handshake.DialAsync(socket, _silo.Options.ClusterId, _folder.Path, Other, CancellationToken.None);

        socket.SendControl(FrameKind.Hosted, Hosted);

        await _told.Task.WaitAsync(Limit);
        await socket.ReleaseAsync();
    }

    [Fact]
    public void What_comes_late_over_a_connection_that_was_replaced_does_not_count()
    {
        var network = _silo.Silo.Network;
        var replaced = new CallConnection(new FrameSocket(new TestPipes().Connection), network, asks: false, Other);
        var said = Frames.Control(FrameKind.Hosted, Hosted).AsMemory(1);

        network.OnControl(replaced, FrameKind.Hosted, new WireReader(new ReadOnlySequence<byte>(said)));

        Assert.False(_told.Task.IsCompleted);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    public void Dispose() => _folder.Dispose();
}
