using Interleave.Client.IoServer;
using Interleave.Client.Measuring.Loads;

namespace Interleave.Client.Tests.Measuring.Loads;

/// <summary>Coordinated omission, on a real server over real sockets.</summary>
public sealed class StalledServerTests
{
    private const int Units = 4;
    private const double Stall = 0.5;

    [Fact]
    public async Task The_stall_shows_in_the_corrected_99th_percentile_and_not_in_the_uncorrected()
    {
        // A thousand operations, of which a fifth are due during the stall and only one a unit is caught in it.
        var load = new OpenLoad(Units, 400, TimeSpan.FromSeconds(2.5), Arrivals.Constant, 0) { Drain = TimeSpan.FromMinutes(1) };
        await using var server = await IoServerProcess.StartAsync(CancellationToken.None);
        using var client = new HttpClient { BaseAddress = server.Address };
        var recorder = new Recorder();
        var operations = Operations.Of(load, recorder, CancellationToken.None);

        await Task.WhenAll(Enumerable.Range(0, Units).Select(_ => UnitAsync(operations, client)));

        Assert.Equal(1_000, recorder.Counts.Completed);
        Assert.True(recorder.Latency.Percentile(0.99) > Stall / 2, $"{recorder.Latency.Percentile(0.99)} s");
        Assert.True(recorder.UncorrectedLatency.Percentile(0.99) < recorder.Latency.Percentile(0.99) / 2, $"{recorder.UncorrectedLatency.Percentile(0.99)} s");
        Assert.True(recorder.UncorrectedLatency.Max > Stall / 2, $"{recorder.UncorrectedLatency.Max} s");
    }

    private static async Task UnitAsync(Operations operations, HttpClient client)
    {
        await foreach (var operation in operations)
        {
            if (operation.Number == 300)
            {
                (await client.PostAsync(new Uri("/stall?for=500ms", UriKind.Relative), null)).EnsureSuccessStatusCode();
            }

            await operation.RunAsync(() => client.GetByteArrayAsync(new Uri("/?delay=0ms&bytes=10", UriKind.Relative)));
        }
    }
}
