using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

[Collection(SharedClustersCollection.Name)]
public sealed class OneWayTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public async Task A_one_way_call_arrives_and_its_caller_never_hears_of_its_failure(Hosting hosting)
    {
        var key = Guid.NewGuid().ToString();

        await clusters.Grains(hosting).GetGrain<IFailingGrain>(key).FailUnheard(key);

        Assert.Equal<string[]>(["failing"], await clusters.Grains(hosting).GetGrain<ILedgerGrain>(key).Await(1));
    }
}
