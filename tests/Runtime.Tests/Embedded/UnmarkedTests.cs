using Runtime.Tests.Clusters;

namespace Runtime.Tests.Embedded;

[Collection(SharedClustersCollection.Name)]
public sealed class UnmarkedTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public async Task What_cannot_travel_is_told_to_the_caller_by_name_and_the_grain_lives_on(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<IUnmarkedGrain>(Guid.NewGuid().ToString());

        var argument = await Assert.ThrowsAsync<NotSupportedException>(() => grain.Take(new Samples.Unmarked(1)));
        var result = await Assert.ThrowsAsync<NotSupportedException>(grain.Give);

        Assert.Contains(nameof(Samples.Unmarked), argument.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(Samples.Unmarked), result.Message, StringComparison.Ordinal);
        Assert.Equal(1, await grain.Count());
    }

    [Fact]
    public async Task An_exception_that_cannot_travel_is_replaced_by_the_reason()
    {
        var grain = clusters.Grains(Hosting.TwoProcesses).GetGrain<IUnmarkedGrain>(Guid.NewGuid().ToString());

        var fault = await Assert.ThrowsAsync<NotSupportedException>(grain.Fail);

        Assert.Contains(nameof(Samples.Unmarked), fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, await grain.Count());
    }
}
