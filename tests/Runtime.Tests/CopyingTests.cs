using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

[Collection(SharedClustersCollection.Name)]
public sealed class CopyingTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public async Task A_grain_changes_its_copy_of_an_argument(Hosting hosting)
    {
        List<int> ours = [1, 2, 3];

        await Grain(hosting).Keep(ours);

        Assert.Equal([1, 2, 3], ours);
        Assert.Equal<List<int>>([1, 2, 3, 0], await Grain(hosting, "again").KeepAndShow(ours));
    }

    [Theory, OnEveryHosting]
    public async Task A_caller_changes_its_copy_of_a_result_and_of_an_argument(Hosting hosting)
    {
        var grain = Grain(hosting);
        List<int> ours = [1];
        await grain.Keep(ours);

        ours.Add(99);
        (await grain.Show()).Clear();

        Assert.Equal<List<int>>([1, 0], await grain.Show());
    }

    [Fact]
    public async Task What_is_immutable_is_shared_within_a_process()
    {
        var identity = new Identity("shared", Guid.NewGuid(), 1);

        Assert.Same(identity, await Grain(Hosting.InProcess).Echo(identity));
    }

    [Theory, OnEveryHosting]
    public async Task A_message_arrives_as_it_was_sent(Hosting hosting)
    {
        var parcel = new Parcel(
            "Käse 🧀", -7, 3.5, true, DayOfWeek.Friday, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), TimeSpan.FromTicks(7),
            Guid.NewGuid(), [1, 2, 255], new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }, ["x", "y"], new Parcel("inner"));

        var back = await Grain(hosting).Echo(parcel);

        Assert.Equivalent(parcel, back, strict: true);
    }

    private ICopyGrain Grain(Hosting hosting, string key = "") => clusters.Grains(hosting).GetGrain<ICopyGrain>(Guid.NewGuid() + key);
}
