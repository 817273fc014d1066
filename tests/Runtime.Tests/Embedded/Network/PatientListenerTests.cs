using System.Net;
using System.Net.Sockets;
using Interleave.Embedded.Network;
using Microsoft.Extensions.Logging.Abstractions;

namespace Runtime.Tests.Embedded.Network;

public sealed class PatientListenerTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly PatientListener _listener = PatientListener.Bind(new IPEndPoint(IPAddress.Loopback, 0), most: 2, NullLogger.Instance);
    private readonly List<Socket> _callers = [];

    [Fact]
    public async Task A_connection_too_many_waits_until_another_one_has_ended()
    {
        await DialAsync(3);
        var first = await _listener.AcceptAsync();
        var second = await _listener.AcceptAsync();

        var third = _listener.AcceptAsync().AsTask();
        Assert.False(third.IsCompleted);
        await first!.DisposeAsync(); // It was accepted.

        Assert.NotNull(await third.WaitAsync(Limit));
        await second!.DisposeAsync();
    }

    [Fact]
    public async Task A_listener_that_has_no_room_stops_when_it_is_told_to()
    {
        await DialAsync(2);
        await _listener.AcceptAsync();
        await _listener.AcceptAsync();
        var waiting = _listener.AcceptAsync().AsTask();

        await _listener.UnbindAsync();

        Assert.Null(await waiting.WaitAsync(Limit));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _callers.ForEach(caller => caller.Dispose());
        await _listener.DisposeAsync();
    }

    private async Task DialAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _callers.Add(new Socket(SocketType.Stream, ProtocolType.Tcp));
            await _callers[^1].ConnectAsync(_listener.EndPoint);
        }
    }
}
