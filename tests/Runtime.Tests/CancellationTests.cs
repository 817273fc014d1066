using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

[Collection(SharedClustersCollection.Name)]
public sealed class CancellationTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public async Task Cancelling_reaches_the_grain_and_the_caller(Hosting hosting)
    {
        var key = Guid.NewGuid().ToString();
        var grains = clusters.Grains(hosting);
        using var cancellation = new CancellationTokenSource();
        var call = grains.GetGrain<ICancellableGrain>(key).WaitForCancellation(key, cancellation.Token);
        await grains.GetGrain<ILedgerGrain>(key).Await(1);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal<string[]>(["waiting", "cancelled"], await grains.GetGrain<ILedgerGrain>(key).Await(2));
    }

    [Theory, OnEveryHosting]
    public async Task Cancelling_goes_on_to_the_grains_that_the_grain_calls(Hosting hosting)
    {
        var key = Guid.NewGuid().ToString();
        var grains = clusters.Grains(hosting);
        using var cancellation = new CancellationTokenSource();
        var calls = Enumerable.Range(0, 8)
            .Select(i => grains.GetGrain<ICancellableGrain>($"{key}-{i}").PassOn($"{key}-other-{i}", key, cancellation.Token))
            .ToArray();
        await grains.GetGrain<ILedgerGrain>(key).Await(calls.Length);

        await cancellation.CancelAsync();

        foreach (var call in calls)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        var entries = await grains.GetGrain<ILedgerGrain>(key).Await(2 * calls.Length);
        Assert.Equal(calls.Length, entries.Count(entry => entry == "cancelled"));
    }

    [Theory, OnEveryHosting]
    public async Task A_call_with_a_cancelled_token_fails_as_cancelled(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<ICancellableGrain>(Guid.NewGuid().ToString());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            grain.WaitForCancellation(Guid.NewGuid().ToString(), new CancellationToken(canceled: true)));
    }
}
