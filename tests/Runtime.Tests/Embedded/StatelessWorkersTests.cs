using Interleave.Embedded.Runtime;
using Runtime.Tests.Embedded.Clusters;
using Runtime.Tests.Grains;

namespace Runtime.Tests.Embedded;

public sealed class StatelessWorkersTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task There_are_no_more_workers_than_allowed_and_calls_are_spread_evenly_over_them()
    {
        const int Most = 3;
        const int CallsOfEach = 2;
        await using var silo = await TestSilo.StartAsync(_folder.Path);
        var grainClass = silo.Silo.Classes.For(typeof(IWorkerGrain));
        var workers = new StatelessWorkers(() => new Activation(silo.Silo, grainClass, new GrainId(grainClass.Name, "key")), Most);

        var chosen = Enumerable.Range(0, Most * CallsOfEach).Select(_ => workers.Choose()!).ToList(); // None of them leaves.

        Assert.Equal(Most, chosen.Distinct().Count());
        Assert.All(chosen, worker => Assert.Equal(CallsOfEach, worker.Load));
    }

    public void Dispose() => _folder.Dispose();
}
