using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

[Collection(SharedClustersCollection.Name)]
public sealed class TimerTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public async Task A_timer_ticks_until_it_is_disposed(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<ITimerGrain>(Guid.NewGuid().ToString());

        await grain.Start(TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(5));
        var atStop = await grain.StopAfter(3);

        Assert.True(atStop >= 3);
        await grain.Start(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        // The next timer's one tick is the only one that came after.
        Assert.Equal(atStop + 1, await grain.StopAfter(atStop + 1));
    }

    [Theory, OnEveryHosting]
    public async Task Ticks_and_calls_take_turns(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<ITimerGrain>(Guid.NewGuid().ToString());
        await grain.Start(TimeSpan.Zero, TimeSpan.FromMilliseconds(1));

        var overlaps = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => grain.OverlapsWithTicks()));

        Assert.DoesNotContain(true, overlaps);
        await grain.StopAfter(1);
    }

    [Theory, OnEveryHosting]
    public async Task A_timer_that_is_changed_in_its_callback_does_not_overlap_itself(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<IChangedTimerGrain>(Guid.NewGuid().ToString());

        Assert.Equal(1, await grain.MostCallbacksAtOnce(ticks: 10));
    }
}
