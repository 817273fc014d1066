using Interleave.Client.Clusters;
using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

[Collection(SharedClustersCollection.Name)]
public sealed class ActivationTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public async Task A_grain_exists_as_soon_as_it_is_called(Hosting hosting)
    {
        var key = Guid.NewGuid().ToString();

        var identity = await clusters.Grains(hosting).GetGrain<IIdentityGrain>(key).WhoAreYou();

        Assert.Equal(key, identity.Key);
        Assert.NotEqual(Guid.Empty, identity.Activation);
    }

    [Theory, OnEveryHosting]
    public async Task A_grain_remembers_between_calls(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<IIdentityGrain>(Guid.NewGuid().ToString());

        await grain.Remember(1);
        await grain.Remember(2);

        Assert.Equal(6, await grain.Remember(3));
    }

    [Theory, OnEveryHosting]
    public async Task Grains_by_other_keys_are_others(Hosting hosting)
    {
        var prefix = Guid.NewGuid().ToString();

        var identities = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => clusters.Grains(hosting).GetGrain<IIdentityGrain>(prefix + i).WhoAreYou()));

        Assert.Equal(50, identities.Select(identity => identity.Activation).Distinct().Count());
    }

    [Theory, OnEveryHosting]
    public async Task Concurrent_first_calls_find_one_activation_whichever_way_they_come(Hosting hosting)
    {
        var cluster = clusters.Cluster(hosting);
        // A client a gateway, so that first calls reach several silos at once.
        var clients = await Task.WhenAll(cluster.Silos.Select(silo =>
            GrainClientHost.ConnectAsync(cluster.Address with { Gateways = [silo.Gateway] }, CancellationToken.None)));

        foreach (var round in Enumerable.Range(0, 20))
        {
            var key = Guid.NewGuid().ToString();
            var identities = await Task.WhenAll(
                Enumerable.Range(0, 20).Select(i => clients[i % clients.Length].Client.GetGrain<IIdentityGrain>(key).WhoAreYou()));
            Assert.Single(identities.Distinct());
        }

        await Task.WhenAll(clients.Select(client => client.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task Grains_spread_over_the_silos()
    {
        var prefix = Guid.NewGuid().ToString();

        var identities = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => clusters.Grains(Hosting.TwoProcesses).GetGrain<IIdentityGrain>(prefix + i).WhoAreYou()));

        var silos = clusters.Cluster(Hosting.TwoProcesses).Silos.Select(silo => silo.ProcessId!.Value);
        Assert.Equal(silos.Order(), identities.Select(identity => identity.ProcessId).Distinct().Order());
    }
}
