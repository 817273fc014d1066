using Interleave.Client.Scenarios.Start;

namespace Interleave.Client.Tests.Scenarios.Start;

[Collection(TrialsCollection.Name)]
public sealed class StartContract(Trials trials)
{
    [Theory]
    [InlineData("threads", 0)]
    [InlineData("tasks", 1)]
    [InlineData("loop", 1)]
    [InlineData("grains", 1)]
    public async Task Only_a_thread_must_be_started(string model, double ran)
    {
        var outcome = await trials.RunAsync(new StartScenario(), "created", model, ("patience", 1_000));

        Assert.Equal(ran, outcome["ran"]);
    }

    [Theory]
    [InlineData("started")]
    [InlineData("awaited")]
    public async Task A_thread_that_is_started_runs(string variant)
    {
        var outcome = await trials.RunAsync(new StartScenario(), variant, "threads", ("units", 3));

        Assert.Equal(1, outcome["ran"]);
        Assert.InRange(outcome["first-step"], 1e-7, 30);
    }
}
