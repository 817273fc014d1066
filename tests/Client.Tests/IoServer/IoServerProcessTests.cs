using System.Diagnostics;
using System.Net;
using Interleave.Client.IoServer;
using Interleave.Client.Tests.Scenarios;
using Interleave.Grains.Work;

namespace Interleave.Client.Tests.IoServer;

[Collection(TrialsCollection.Name)]
public sealed class IoServerProcessTests(Trials trials)
{
    private readonly Uri _server = trials.Server.Address;

    [Fact]
    public async Task Answers_come_in_the_order_of_their_delays()
    {
        using var http = WaitClient.Awaiting();
        var replies = await Task.WhenAll(new[] { 300, 200, 100, 0 }.Select(delay => http.GetAsync(Wait(delay), CancellationToken.None)));

        Assert.Equal(replies.Reverse(), replies.OrderBy(reply => reply.Order));
    }

    [Fact]
    public async Task No_answer_comes_before_its_delay()
    {
        using var http = WaitClient.Awaiting();
        var start = Stopwatch.GetTimestamp();

        var reply = await http.GetAsync(Wait(30), CancellationToken.None);

        Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(30));
        Assert.True(reply.Lateness >= TimeSpan.Zero);
    }

    [Fact]
    public void A_blocking_wait_gets_the_same_answer()
    {
        using var http = WaitClient.Blocking();

        Assert.Equal(7, http.Get(Wait(1, bytes: 7), CancellationToken.None).Bytes);
    }

    [Fact]
    public async Task A_stall_holds_every_answer_once()
    {
        using var http = new HttpClient();
        using var waits = WaitClient.Awaiting();
        var before = waits.GetAsync(Wait(20), CancellationToken.None);

        var start = Stopwatch.GetTimestamp();
        (await http.PostAsync(new Uri(_server, "stall?for=300ms"), null)).EnsureSuccessStatusCode();
        var during = await waits.GetAsync(Wait(0), CancellationToken.None);

        Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(300));
        Assert.True(during.Lateness > (await waits.GetAsync(Wait(0), CancellationToken.None)).Lateness);
        Assert.True((await before).Lateness > TimeSpan.FromMilliseconds(200));
    }

    [Theory]
    [InlineData("?delay=50&bytes=1")]
    [InlineData("?delay=-1ms&bytes=1")]
    [InlineData("?delay=61s&bytes=1")]
    [InlineData("?delay=NaNs&bytes=1")]
    [InlineData("?delay=1ms&bytes=1000001")]
    [InlineData("?delay=1ms")]
    [InlineData("?bytes=1")]
    public async Task A_request_out_of_range_is_refused_with_what_is_allowed(string query)
    {
        using var http = new HttpClient();

        var response = await http.GetAsync(new Uri(_server, query));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("bytes: 0 to 1000000", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_ends_when_its_owner_lets_go()
    {
        var server = await IoServerProcess.StartAsync(CancellationToken.None);
        using var process = Process.GetProcessById(server.ProcessId);

        await server.DisposeAsync();

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(5)));
    }

    private WaitRequest Wait(int milliseconds, int bytes = 1) => new(_server, TimeSpan.FromMilliseconds(milliseconds), bytes);
}
