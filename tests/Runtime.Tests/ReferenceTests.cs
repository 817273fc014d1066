using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

[Collection(SharedClustersCollection.Name)]
public sealed class ReferenceTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public void References_to_one_grain_are_equal_and_others_are_not(Hosting hosting)
    {
        var grains = clusters.Grains(hosting);

        Assert.Equal(grains.GetGrain<IIdentityGrain>("one"), grains.GetGrain<IIdentityGrain>("one"));
        Assert.Single(new HashSet<object> { grains.GetGrain<IIdentityGrain>("one"), grains.GetGrain<IIdentityGrain>("one") });
        Assert.NotEqual(grains.GetGrain<IIdentityGrain>("one"), grains.GetGrain<IIdentityGrain>("two"));
        Assert.NotEqual<object>(grains.GetGrain<IIdentityGrain>("one"), grains.GetGrain<IHoldGrain>("one"));
    }
}
