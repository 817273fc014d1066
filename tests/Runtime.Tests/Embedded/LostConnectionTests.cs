using Interleave.Client.Clusters;
using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded;

public sealed class LostConnectionTests
{
    /// <summary>Shorter than the response timeout by far: what ends within it was not ended by that.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Calls_that_wait_for_a_silo_fail_as_soon_as_the_connection_to_it_is_lost()
    {
        var options = new LocalClusterOptions { Silos = 1, SiloProgram = SharedClusters.Program, ResponseTimeout = TimeSpan.FromMinutes(10) };
        await using var cluster = await LocalCluster.StartAsync(options, CancellationToken.None);
        await using var client = await GrainClientHost.ConnectAsync(cluster.Address, CancellationToken.None);
        var grains = Enumerable.Range(0, 10).Select(key => client.Client.GetGrain<IHoldGrain>(key.ToString())).ToArray();
        var calls = grains.Select(grain => grain.Hold()).ToArray();
        await Task.WhenAll(grains.Select(grain => grain.Held()));

        await cluster.KillAsync(1, CancellationToken.None);

        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<SiloUnavailableException>(() => call.WaitAsync(Soon));
        }
    }
}
