using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

[Collection(SharedClustersCollection.Name)]
public sealed class ReentrancyTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public async Task A_call_waits_until_the_one_before_has_ended(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<IHoldGrain>(Guid.NewGuid().ToString());
        var hold = grain.Hold();
        await grain.Held();
        var touch = grain.Touch();
        // Sent after the touch and answered at once.
        Assert.Equal<string[]>(["hold"], await grain.Journal());

        await grain.LetGo();
        await Task.WhenAll(hold, touch);

        Assert.Equal<string[]>(["hold", "let go", "touch"], await grain.Journal());
    }

    [Theory, OnEveryHosting]
    public async Task A_reentrant_grain_takes_calls_while_another_awaits(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<IReentrantHoldGrain>(Guid.NewGuid().ToString());
        var hold = grain.Hold();
        await grain.Held();
        await grain.Touch();

        await grain.LetGo();
        await hold;

        Assert.Equal<string[]>(["hold", "touch", "let go"], await grain.Journal());
    }

    [Theory, OnEveryHosting]
    public async Task A_method_that_always_interleaves_runs_while_another_awaits(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<IHoldGrain>(Guid.NewGuid().ToString());
        var hold = grain.Hold();
        await grain.Held();

        Assert.Equal<string[]>(["hold"], await grain.Journal());

        await grain.LetGo();
        await hold;
    }
}
