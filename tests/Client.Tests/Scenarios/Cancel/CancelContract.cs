using Interleave.Client.Scenarios.Cancel;

namespace Interleave.Client.Tests.Scenarios.Cancel;

[Collection(TrialsCollection.Name)]
public sealed class CancelContract(Trials trials)
{
    private static readonly (string Name, double Value)[] Small = [("stops", 12), ("at-once", 4), ("delay", 300), ("numbers", 200)];

    public static TheoryData<string> Models => [.. new CancelScenario().Models.Select(model => model.Name).Where(name => name != "processes")];

    [Theory]
    [MemberData(nameof(Models))]
    public async Task A_unit_that_can_still_run_cleans_up_and_leaves_its_state_in_order(string model)
    {
        foreach (var variant in new[] { "waiting", "computing", "computing, looking" })
        {
            var outcome = await trials.RunAsync(new CancelScenario(), variant, model, ("stops", 8), ("at-once", 4), ("delay", 10), ("numbers", 200));

            Assert.Equal((8, 1, 0), (outcome["stops"], outcome["cleaned-up"], outcome["broken-invariants"]));
        }
    }

    [Theory]
    [InlineData("waiting", "tasks")]
    [InlineData("waiting", "loop")]
    [InlineData("waiting", "grains")]
    [InlineData("waiting, looking", "threads")]
    [InlineData("waiting, looking", "pool")]
    [InlineData("waiting, looking", "gil")]
    public async Task A_wait_that_takes_a_token_is_broken_off(string variant, string model)
    {
        var outcome = await trials.RunAsync(new CancelScenario(), variant, model, Small);

        Assert.Equal(1, outcome["broken-off"]);
    }

    [Fact]
    public async Task A_token_reaches_a_grain_that_a_grain_of_another_silo_called()
    {
        var waiting = await trials.RunOverSilosAsync(new CancelScenario(), "waiting, across silos", Small);
        var computing = await trials.RunOverSilosAsync(new CancelScenario(), "computing, across silos", Small);

        Assert.Equal((1, 0), (waiting["broken-off"], computing["broken-off"]));
        Assert.Equal((1, 1), (waiting["cleaned-up"], computing["cleaned-up"]));
    }

    [Theory]
    [InlineData("threads")]
    [InlineData("pool")]
    [InlineData("gil")]
    public async Task A_thread_that_waits_stops_when_its_wait_is_over(string model)
    {
        var outcome = await trials.RunAsync(new CancelScenario(), "waiting", model, Small);

        Assert.Equal(0, outcome["broken-off"]);
        Assert.InRange(outcome["latency-over-time-to-await"], 1, double.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task A_computation_stops_no_sooner_than_its_code_awaits_or_looks(string model)
    {
        var outcome = await trials.RunAsync(new CancelScenario(), "computing", model, Small);

        Assert.Equal(0, outcome["broken-off"]);
        Assert.InRange(outcome["latency-over-time-to-await"], 1, double.MaxValue);
    }

    [Theory]
    [InlineData("threads")]
    [InlineData("pool")]
    [InlineData("tasks")]
    [InlineData("loop")]
    [InlineData("gil")]
    public async Task A_computation_that_looks_at_its_token_is_broken_off(string model)
    {
        // It is told within the first half of a piece, which takes more than 50 ms.
        var outcome = await trials.RunAsync(new CancelScenario(), "computing, looking", model, ("stops", 4), ("numbers", 100_000));

        Assert.Equal(1, outcome["broken-off"]);
    }

    [Theory]
    [InlineData("waiting, killed")]
    [InlineData("computing, killed")]
    public async Task A_process_that_is_killed_breaks_off_its_work_cleans_nothing_up_and_leaves_its_state_half_changed(string variant)
    {
        // It is killed within the first half of a piece that takes 300 ms or more.
        var outcome = await trials.RunAsync(new CancelScenario(), variant, "processes", ("kills", 2), ("delay", 300), ("numbers", 300_000));

        Assert.Equal((2, 2, 0), (outcome["stops"], outcome["broken-invariants"], outcome["cleaned-up"]));
        Assert.Equal(1, outcome["broken-off"]);
        Assert.All(outcome.Expectations, expectation => Assert.True(expectation.Ok, expectation.ToString()));
    }
}
