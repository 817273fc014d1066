using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

[Collection(SharedClustersCollection.Name)]
public sealed class RequestContextTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public async Task A_value_goes_along_the_whole_chain_of_calls(Hosting hosting)
    {
        RequestContext.Set(ContextGrain.Name, "from the caller");
        var grain = clusters.Grains(hosting).GetGrain<IContextGrain>(Guid.NewGuid());

        Assert.Equal("from the caller", await grain.Read());
        Assert.Equal("from the caller", await grain.ReadThrough(Guid.NewGuid()));
    }

    [Theory, OnEveryHosting]
    public async Task What_a_grain_sets_stays_on_its_side(Hosting hosting)
    {
        RequestContext.Set(ContextGrain.Name, "from the caller");

        await clusters.Grains(hosting).GetGrain<IContextGrain>(Guid.NewGuid()).Overwrite();

        Assert.Equal("from the caller", RequestContext.Get(ContextGrain.Name));
    }

    [Theory, OnEveryHosting]
    public async Task What_a_grain_changes_within_a_value_stays_on_its_side(Hosting hosting)
    {
        List<string> value = ["from the caller"];
        RequestContext.Set(ContextGrain.Name, value);

        Assert.Equal(2, await clusters.Grains(hosting).GetGrain<IContextGrain>(Guid.NewGuid()).AddToList());

        Assert.Equal(["from the caller"], value);
    }
}
