using Interleave.Client.Clusters;
using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

[Collection(SharedClustersCollection.Name)]
public sealed class TimeoutTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public async Task A_call_without_an_answer_in_time_fails_and_leaves_the_grain_alone(Hosting hosting)
    {
        var key = Guid.NewGuid().ToString();
        await using var impatient = await GrainClientHost.ConnectAsync(
            clusters.Cluster(hosting).Address with { ResponseTimeout = TimeSpan.FromSeconds(1.5) }, CancellationToken.None);

        var patient = clusters.Grains(hosting).GetGrain<IHoldGrain>(key);
        await patient.Journal(); // The activation itself is not what takes too long.

        await Assert.ThrowsAsync<TimeoutException>(() => impatient.Client.GetGrain<IHoldGrain>(key).Hold());
        await patient.LetGo();
        await patient.Touch();
        Assert.Equal<string[]>(["hold", "let go", "touch"], await patient.Journal());
    }

    [Theory, OnEveryHosting]
    public async Task A_call_that_its_caller_gave_up_never_begins(Hosting hosting)
    {
        var key = Guid.NewGuid().ToString();
        await using var impatient = await GrainClientHost.ConnectAsync(
            clusters.Cluster(hosting).Address with { ResponseTimeout = TimeSpan.FromSeconds(1.5) }, CancellationToken.None);
        var patient = clusters.Grains(hosting).GetGrain<IHoldGrain>(key);
        var hold = patient.Hold();
        await patient.Held();

        await Assert.ThrowsAsync<TimeoutException>(() => impatient.Client.GetGrain<IHoldGrain>(key).Touch());
        await impatient.Client.GetGrain<IHoldGrain>(key).Journal(); // Comes behind the news that the caller gave up.
        await patient.LetGo();
        await hold;
        await patient.Touch();

        Assert.Equal<string[]>(["hold", "let go", "touch"], await patient.Journal());
    }

    [Theory, OnEveryHosting]
    public async Task A_method_may_have_a_shorter_limit_than_its_runtime(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<IHoldGrain>(Guid.NewGuid().ToString());
        await grain.Journal();

        var impatient = grain.HoldForImpatientCallers();
        await grain.Held();
        var patient = grain.Touch(); // Waits behind it, for as long as the runtime allows.

        await Assert.ThrowsAsync<TimeoutException>(() => impatient);
        Assert.False(patient.IsCompleted);
        await grain.LetGo();
        await patient;
    }
}
