using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

[Collection(SharedClustersCollection.Name)]
public sealed class PlacementTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public async Task A_grain_tells_which_silo_it_is_in(Hosting hosting)
    {
        var prefix = Guid.NewGuid().ToString();

        var identities = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => clusters.Grains(hosting).GetGrain<IIdentityGrain>(prefix + i).WhoAreYou()));

        var silos = identities.GroupBy(identity => identity.Silo).ToArray();
        Assert.Equal(clusters.Cluster(hosting).Silos.Count, silos.Length);
        Assert.All(silos, silo => Assert.Single(silo.Select(identity => identity.ProcessId).Distinct()));
    }
}
