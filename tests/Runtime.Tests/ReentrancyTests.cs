using Interleave.Client.Clusters;
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

    [Theory, OnEveryHosting]
    public async Task A_method_that_always_interleaves_overtakes_calls_that_wait(Hosting hosting)
    {
        var key = Guid.NewGuid().ToString();
        var grain = clusters.Grains(hosting).GetGrain<ISlowlyWakingGrain>(key);
        // All of them come before the grain is active, the last two behind one that must wait.
        var hold = grain.Hold();
        var touch = grain.Touch();
        var held = grain.Held();
        await clusters.Grains(hosting).GetGrain<ILedgerGrain>(key).Write("wake up");

        await held;

        await grain.LetGo();
        await Task.WhenAll(hold, touch);
    }

    [Theory, OnEveryHosting]
    public async Task A_chain_of_calls_comes_back_to_a_grain_that_allows_it(Hosting hosting)
    {
        var key = Guid.NewGuid().ToString();

        Assert.Equal(key, await clusters.Grains(hosting).GetGrain<IChainGrain>(key).KeyByWayOf($"{key}-other", allowed: true));
    }

    [Theory, OnEveryHosting]
    public async Task A_chain_of_calls_waits_for_itself_where_it_is_not_allowed_back(Hosting hosting)
    {
        var key = Guid.NewGuid().ToString();
        await using var impatient = await GrainClientHost.ConnectAsync(
            clusters.Cluster(hosting).Address with { ResponseTimeout = TimeSpan.FromSeconds(1.5) }, CancellationToken.None);

        await Assert.ThrowsAsync<TimeoutException>(() => impatient.Client.GetGrain<IChainGrain>(key).KeyByWayOf($"{key}-other", allowed: false));
    }

    [Theory, OnEveryHosting]
    public async Task Calls_from_elsewhere_wait_though_a_chain_is_allowed_back(Hosting hosting)
    {
        var key = Guid.NewGuid().ToString();
        var grain = clusters.Grains(hosting).GetGrain<IChainGrain>(key);
        var ledger = clusters.Grains(hosting).GetGrain<ILedgerGrain>(key);
        var staying = grain.KeyByWayOfAndStay($"{key}-other");
        await ledger.Await(1);

        var elsewhere = grain.Key();
        await ledger.Write("go on");

        Assert.Equal(key, await staying);
        Assert.Equal(key, await elsewhere);
    }
}
