using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded;

/// <summary>Orleans sends a cancellation by a call of its own, which may come too late; here it comes right behind the call.</summary>
[Collection(SharedClustersCollection.Name)]
public sealed class CancelledCallTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public async Task A_call_that_is_cancelled_while_it_waits_never_begins(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<IPatientGrain>(Guid.NewGuid().ToString());
        using var cancellation = new CancellationTokenSource();
        var hold = grain.HoldAndCallItself("newcomer");
        await grain.Held();
        var waiting = grain.Note("cancelled", cancellation.Token);
        var patient = grain.Note("patient");
        await grain.Notes();

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await grain.Notes(); // Comes behind the cancellation.
        await grain.LetGo();
        await Task.WhenAll(hold, patient);
        await grain.Note("last");

        Assert.Equal<string[]>(["patient", "newcomer", "last"], await grain.Notes());
    }
}
