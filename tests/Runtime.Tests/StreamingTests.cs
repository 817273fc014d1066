using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

[Collection(SharedClustersCollection.Name)]
public sealed class StreamingTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public async Task Items_arrive_in_order_and_complete(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<IStreamingGrain>(Guid.NewGuid().ToString());

        var items = new List<int>();
        await foreach (var item in grain.Count(1_000, failAfter: null))
        {
            items.Add(item);
        }

        Assert.Equal(Enumerable.Range(0, 1_000), items);
    }

    [Theory, OnEveryHosting]
    public async Task Stopping_early_ends_the_grains_enumeration(Hosting hosting)
    {
        var key = Guid.NewGuid().ToString();
        var grains = clusters.Grains(hosting);

        await foreach (var item in grains.GetGrain<IStreamingGrain>(key).CountForEver(key))
        {
            if (item == 10)
            {
                break;
            }
        }

        Assert.Equal<string[]>(["ended"], await grains.GetGrain<ILedgerGrain>(key).Await(1));
    }

    [Theory, OnEveryHosting]
    public async Task An_error_in_the_middle_reaches_the_reader(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<IStreamingGrain>(Guid.NewGuid().ToString());
        var items = new List<int>();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var item in grain.Count(10, failAfter: 5))
            {
                items.Add(item);
            }
        });

        Assert.Equal("No more after 5.", error.Message);
        Assert.Equal(Enumerable.Range(0, items.Count), items);
    }

    [Theory, OnEveryHosting]
    public async Task Cancelling_ends_the_enumeration(Hosting hosting)
    {
        var key = Guid.NewGuid().ToString();
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in clusters.Grains(hosting).GetGrain<IStreamingGrain>(key).CountForEver(key).WithCancellation(cancellation.Token))
            {
                if (item == 10)
                {
                    await cancellation.CancelAsync();
                }
            }
        });
        Assert.Equal<string[]>(["ended"], await clusters.Grains(hosting).GetGrain<ILedgerGrain>(key).Await(1));
    }
}
