using Runtime.Tests.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests;

[Collection(SharedClustersCollection.Name)]
public sealed class WaitingCallTests(SharedClusters clusters)
{
    [Theory, OnEveryHosting]
    public async Task A_newcomer_does_not_overtake_calls_that_wait(Hosting hosting)
    {
        var grain = clusters.Grains(hosting).GetGrain<IPatientGrain>(Guid.NewGuid().ToString());
        var hold = grain.HoldAndCallItself("newcomer");
        await grain.Held();
        Task[] waiting = [grain.Note("first"), grain.Note("second")];
        await grain.Notes(); // Sent after them and answered: they have arrived.

        await grain.LetGo();
        await Task.WhenAll([hold, .. waiting]);
        await grain.Note("last");

        var notes = await grain.Notes();
        Assert.Equal(["first", "second"], notes.Take(2).Order()); // In which order two calls arrive from another process, no runtime promises.
        Assert.Equal<string[]>(["newcomer", "last"], [.. notes.Skip(2)]);
    }

    [Theory, OnEveryHosting]
    public async Task Calls_from_many_threads_are_all_carried_out_one_after_the_other(Hosting hosting)
    {
        const int Callers = 8;
        const int Calls = 250;
        var grain = clusters.Grains(hosting).GetGrain<ITurnGrain>(Guid.NewGuid());

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (var call = 0; call < Calls; call++)
            {
                await grain.ReadAwaitWrite();
            }
        })));

        Assert.Equal(Callers * Calls, await grain.Written());
    }
}
