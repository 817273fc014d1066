using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

[Collection(SharedClustersCollection.Name)]
public sealed class DeactivationTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public async Task A_grain_hears_of_its_deactivation(Hosting hosting)
    {
        var key = Guid.NewGuid().ToString();
        var grains = clusters.Grains(hosting);

        await grains.GetGrain<IIdentityGrain>(key).Leave(key);

        Assert.Equal<string[]>(["deactivated"], await grains.GetGrain<ILedgerGrain>(key).Await(1));
    }

    [Theory, OnEveryHosting]
    public async Task After_a_deactivation_the_next_call_finds_a_new_activation_without_the_state(Hosting hosting)
    {
        var key = Guid.NewGuid().ToString();
        var grains = clusters.Grains(hosting);
        var grain = grains.GetGrain<IIdentityGrain>(key);
        await grain.Remember(7);
        var before = await grain.WhoAreYou();

        await grain.Leave(key);
        await grains.GetGrain<ILedgerGrain>(key).Await(1);

        Assert.NotEqual(before.Activation, (await grain.WhoAreYou()).Activation);
        Assert.Equal(1, await grain.Remember(1));
    }

    [Theory, OnEveryHosting]
    public async Task Calls_that_meet_a_deactivation_are_answered_by_the_next_activation(Hosting hosting)
    {
        var key = Guid.NewGuid().ToString();
        var grain = clusters.Grains(hosting).GetGrain<IIdentityGrain>(key);
        var before = await grain.WhoAreYou();

        var leave = grain.Leave(key);
        var after = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => grain.WhoAreYou()));
        await leave;

        Assert.All(after, identity => Assert.Equal(key, identity.Key));
        Assert.True(after.Select(identity => identity.Activation).Except([before.Activation]).Count() <= 1);
    }
}
