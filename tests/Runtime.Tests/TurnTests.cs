using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

[Collection(SharedClustersCollection.Name)]
public sealed class TurnTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public async Task Calls_of_one_grain_never_overlap_though_they_await_in_the_middle(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<ITurnGrain>(Guid.NewGuid());

        await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => grain.ReadAwaitWrite()));

        Assert.Equal(300, await grain.Written());
    }

    [Theory, OnEveryHosting]
    public async Task An_await_comes_back_to_the_grains_own_scheduler(Hosting hosting)
    {
        Assert.True(await clusters.Grains(hosting).GetGrain<ITurnGrain>(Guid.NewGuid()).KeepsItsScheduler());
    }

    [Theory, OnEveryHosting]
    public async Task Tasks_that_a_turn_starts_never_run_at_once(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<ITurnGrain>(Guid.NewGuid());

        Assert.Equal(1, await grain.MostTasksAtOnce(20));
    }
}
