using System.Diagnostics;
using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

[Collection(SharedClustersCollection.Name)]
public sealed class TraceContextTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public async Task A_trace_goes_on_in_the_grain_and_in_those_that_it_calls(Hosting hosting)
    {
        using var listening = Tracing.ListenToAll();
        using var activity = new Activity("test").Start();
        var grain = clusters.Grains(hosting).GetGrain<IContextGrain>(Guid.NewGuid());

        Assert.Equal(activity.TraceId.ToString(), await grain.TraceId());
        Assert.Equal(activity.TraceId.ToString(), await grain.TraceIdThrough(Guid.NewGuid()));
    }
}
