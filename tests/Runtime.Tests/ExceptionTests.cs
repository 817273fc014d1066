using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

[Collection(SharedClustersCollection.Name)]
public sealed class ExceptionTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public async Task The_caller_catches_what_the_grain_threw(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<IFailingGrain>(Guid.NewGuid().ToString());

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => grain.Fail("bad luck"));

        Assert.Equal("bad luck", error.Message);
        Assert.Equal("the reason", Assert.IsType<FormatException>(error.InnerException).Message);
        Assert.Contains(nameof(FailingGrain), error.StackTrace, StringComparison.Ordinal);
    }

    [Theory, OnEveryHosting]
    public async Task An_exception_type_of_ones_own_arrives_as_such(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<IFailingGrain>(Guid.NewGuid().ToString());

        var error = await Assert.ThrowsAsync<OutOfPaperException>(() => grain.FailInItsOwnWay(3));

        Assert.Equal(3, error.Tray);
    }

    [Theory, OnEveryHosting]
    public async Task A_grain_lives_on_after_an_exception_with_its_state(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<IFailingGrain>(Guid.NewGuid().ToString());

        await Assert.ThrowsAsync<InvalidOperationException>(() => grain.Fail("once"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => grain.Fail("twice"));

        Assert.Equal(2, await grain.Failures());
    }

    [Theory, OnEveryHosting]
    public async Task A_failure_to_activate_reaches_the_caller(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<IFailingGrain>(FailingGrain.NeverActivates);

        var error = await Assert.ThrowsAnyAsync<Exception>(grain.Failures);

        Assert.Contains("will not wake", error.ToString(), StringComparison.Ordinal);
    }
}
