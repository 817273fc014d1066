using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

[Collection(SharedClustersCollection.Name)]
public sealed class StatelessWorkerTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public async Task Calls_at_one_key_run_side_by_side(Hosting hosting)
    {
        var key = Guid.NewGuid().ToString();
        var worker = clusters.Grains(hosting).GetGrain<IWorkerGrain>(key);

        // Each call ends only when both run: one activation alone would never end either.
        var activations = await Task.WhenAll(worker.MeetAnother(key), worker.MeetAnother(key));

        Assert.NotEqual(activations[0], activations[1]);
    }
}
