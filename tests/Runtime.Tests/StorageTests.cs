using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

[Collection(SharedClustersCollection.Name)]
public sealed class StorageTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public async Task What_was_stored_survives_a_deactivation(Hosting hosting)
    {
        var grain = Grain(hosting);
        await grain.Save(7, "one");
        await grain.Save(5, "two");

        await LeaveAsync(grain);

        var read = await grain.Read();
        Assert.Equal(12, read.Total);
        Assert.Equal(["one", "two"], read.Reasons);
        Assert.Equal("2 written", (await grain.WhoAreYou()).Silo);
    }

    [Theory, OnEveryHosting]
    public async Task What_was_not_stored_is_lost_with_the_activation(Hosting hosting)
    {
        var grain = Grain(hosting);
        await grain.Save(7, "one");
        Assert.Equal(12, await grain.Pretend(5));

        await LeaveAsync(grain);

        Assert.Equal(7, (await grain.Read()).Total);
    }

    [Theory, OnEveryHosting]
    public async Task A_grain_that_stored_nothing_has_an_empty_state(Hosting hosting)
    {
        var grain = Grain(hosting);

        Assert.False(await grain.Exists());
        var read = await grain.Read();
        Assert.Equal(0, read.Total);
        Assert.Empty(read.Reasons);
    }

    [Theory, OnEveryHosting]
    public async Task A_second_writer_is_refused_and_the_next_activation_reads_what_is_stored(Hosting hosting)
    {
        var grain = Grain(hosting);
        await grain.Save(7, "one");
        var before = await grain.WhoAreYou();
        await grain.SaveBehind(100);

        await Assert.ThrowsAsync<InconsistentStateException>(() => grain.Save(5, "two"));

        await GoneAsync(grain, before);
        Assert.Equal(100, (await grain.Read()).Total);
        Assert.Equal(103, await grain.Save(3, "three"));
    }

    [Theory, OnEveryHosting]
    public async Task A_cleared_record_is_gone_and_can_be_written_again(Hosting hosting)
    {
        var grain = Grain(hosting);
        await grain.Save(7, "one");
        Assert.True(await grain.Exists());

        await grain.Clear();

        Assert.False(await grain.Exists());
        Assert.Equal(0, (await grain.Read()).Total);
        await LeaveAsync(grain);
        Assert.False(await grain.Exists());
        Assert.Equal(2, await grain.Save(2, "again"));
        Assert.True(await grain.Exists());
    }

    private static async Task LeaveAsync(ISavingGrain grain)
    {
        var before = await grain.WhoAreYou();
        await grain.Leave();
        await GoneAsync(grain, before);
    }

    /// <summary>Calls until another activation answers.</summary>
    private static async Task GoneAsync(ISavingGrain grain, Identity before)
    {
        while ((await grain.WhoAreYou()).Activation == before.Activation)
        {
            await Task.Yield();
        }
    }

    private ISavingGrain Grain(Hosting hosting) => clusters.Grains(hosting).GetGrain<ISavingGrain>(Guid.NewGuid().ToString());
}
