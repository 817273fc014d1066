using Runtime.Tests.Embedded.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded;

public sealed class CatalogTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Stateless_workers_that_have_ended_leave_nothing_behind_and_others_take_the_next_calls()
    {
        await using var silo = await TestSilo.StartAsync(_folder.Path);
        var worker = silo.Grains.GetGrain<IWorkerGrain>("worker");
        var before = await Task.WhenAll(worker.MeetAnother("first"), worker.MeetAnother("first"));
        Assert.True(silo.Silo.Catalog.HasWorkers);

        var workers = silo.Silo.Catalog.Activations.Where(activation => activation.Class.MostLocalWorkers is not null);
        await Task.WhenAll(workers.Select(activation => activation.DeactivateAsync(new DeactivationReason(DeactivationReasonCode.ActivationIdle, "idle"))));

        Assert.False(silo.Silo.Catalog.HasWorkers);
        var after = await Task.WhenAll(worker.MeetAnother("second"), worker.MeetAnother("second"));
        Assert.Empty(before.Intersect(after));
    }

    [Fact]
    public async Task A_grain_that_has_ended_leaves_nothing_behind()
    {
        await using var silo = await TestSilo.StartAsync(_folder.Path);
        await silo.Grains.GetGrain<IIdentityGrain>("key").WhoAreYou();
        var activation = Assert.Single(silo.Silo.Catalog.Movable);

        await activation.DeactivateAsync(new DeactivationReason(DeactivationReasonCode.ActivationIdle, "idle"));

        Assert.Empty(silo.Silo.Catalog.Movable);
    }

    public void Dispose() => _folder.Dispose();
}
