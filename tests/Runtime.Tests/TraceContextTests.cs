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

    [Theory, OnEveryHosting]
    public async Task The_state_and_the_baggage_of_a_trace_go_along(Hosting hosting)
    {
        using var listening = Tracing.ListenToAll();
        using var activity = new Activity("test") { TraceStateString = "vendor=7" }.AddBaggage("customer", "Ada & Co").Start();
        var grain = clusters.Grains(hosting).GetGrain<IContextGrain>(Guid.NewGuid());

        Assert.Equal(("vendor=7", "Ada & Co"), await grain.TraceStateAndBaggage("customer"));
        Assert.Equal(("vendor=7", "Ada & Co"), await grain.TraceStateAndBaggageThrough(Guid.NewGuid(), "customer"));
        Assert.Equal(("vendor=7", null), await grain.TraceStateAndBaggage("supplier"));
    }
}
