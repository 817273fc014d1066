using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded;

[Collection(SharedClustersCollection.Name)]
public sealed class ManagementTests(SharedClusters clusters)
{
    [Fact]
    public async Task Each_silo_counts_its_own_activations()
    {
        var grains = clusters.Grains(Hosting.TwoProcesses);
        var management = grains.GetGrain<IManagementGrain>(0);
        SiloAddress[] silos = [.. (await management.GetHosts()).Keys];
        var before = await management.GetRuntimeStatistics(silos);

        const int Added = 200;
        await Task.WhenAll(Enumerable.Range(0, Added).Select(_ => grains.GetGrain<IIdentityGrain>(Guid.NewGuid().ToString()).WhoAreYou()));

        var after = await management.GetRuntimeStatistics(silos);
        var gained = after.Zip(before, (now, then) => now.ActivationCount - then.ActivationCount).ToArray();
        Assert.Equal(2, gained.Length);
        Assert.All(gained, count => Assert.InRange(count, 1, int.MaxValue));
        Assert.True(gained.Sum() >= Added);
    }
}
