using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Scenarios;
using Interleave.Client.Scenarios.OwnWork;
using Interleave.Client.Workloads;
using Interleave.Grains.OwnWork;
using Interleave.Grains.Work;

namespace Interleave.Client.Tests.Scenarios.OwnWork;

/// <summary>A request of a file is the same on every model: each step once, and every key as often as it was drawn.</summary>
[Collection(TrialsCollection.Name)]
public sealed class OwnWorkContract(Trials trials)
{
    private const string Steps = """
        steps:
          - http: { delay: 1ms, bytes: 2kB }
          - compute: 50us
          - state: { keys: 4, skew: 0.9, work: 20us }
          - parallel: [ { http: { delay: 1ms } }, { compute: 20us }, { state: { keys: 2 } } ]
          - allocate: 64kB
        goal: { errors: 0%, p50: 10s } # Known of few operations too: a busy machine serves few in so short a time.
        """;

    private const string StepsWithoutState = """
        steps:
          - http: { delay: 1ms, bytes: 2kB }
          - parallel: [ { http: { delay: 1ms } }, { compute: 20us } ]
          - allocate: 64kB
        """;

    public static TheoryData<string> AllModels => Trials.ModelsOf(ScenarioOf($"name: x\nconcurrency: 1\n{Steps}"));

    [Theory]
    [MemberData(nameof(AllModels))]
    public async Task Every_model_answers_right_under_a_closed_load(string model)
    {
        var outcome = await trials.RunAsync(ScenarioOf($"name: x\nconcurrency: 8\n{Steps}"), "8 callers", model, ("seconds", 0.3));

        HoldsUp(outcome);
        Assert.Equal(1, outcome.Figures["goal"]);
    }

    [Theory]
    [MemberData(nameof(AllModels))]
    public async Task Every_model_answers_right_under_an_open_load(string model)
    {
        var outcome = await trials.RunAsync(ScenarioOf($"name: x\narrivals: 100/s\n{Steps}"), "arriving 100/s", model, ("seconds", 0.3));

        HoldsUp(outcome);
        Assert.True(outcome.Figures.ContainsKey("backlog"));
    }

    [Theory]
    [InlineData("concurrency: 8", "8 callers")]
    [InlineData("arrivals: 100/s", "arriving 100/s")]
    public async Task Processes_answer_right_where_requests_share_no_state(string load, string variant)
    {
        var outcome = await trials.RunAsync(ScenarioOf($"name: x\n{load}\n{StepsWithoutState}"), variant, "processes", ("seconds", 0.3));

        HoldsUp(outcome);
        Assert.Contains(outcome.Expectations, expectation => expectation.Name == "step 4 done");
    }

    [Fact]
    public async Task Grains_answer_right_over_several_silos() =>
        HoldsUp(await trials.RunOverSilosAsync(ScenarioOf($"name: x\nconcurrency: 8\n{Steps}"), "8 callers", ("seconds", 0.3)));

    [Fact]
    public async Task A_lost_update_fails_the_check()
    {
        var scenario = ScenarioOf("name: x\nconcurrency: 1\nsteps: [ state: { keys: 1 } ]");
        var outcome = await trials.RunAsync(scenario, "1 caller", "threads", ("seconds", 0.1));
        var job = new OwnWorkJob(FileOf("name: x\nconcurrency: 1\nsteps: [ state: { keys: 1 } ]"), new ClosedLoad(1, 1), 1, Seed: 1);
        var ledger = new StepLedger(job);
        var request = new Operation(0, null, outcome.Recorder.Operations);
        ledger.Changed(job.File.States[0]);
        ledger.Complete(request);
        var lossy = new OwnWorkAnswer(ledger, new Dictionary<int, IReadOnlyList<long>> { [0] = [0] });

        var checks = scenario.Check(job, lossy, new MeasuredTrial(TimeSpan.FromSeconds(1), outcome.Recorder, null));

        Assert.Contains(checks, check => check.Name.StartsWith("keys of step 1", StringComparison.Ordinal) && !check.Ok);
    }

    [Fact]
    public void Models_that_cannot_carry_it_say_why() => Assert.NotNull(ScenarioOf($"name: x\nconcurrency: 1\n{Steps}").WhyNot(Model.Processes));

    [Fact]
    public void Keys_are_drawn_by_Zipfs_law()
    {
        const int Requests = 100_000;
        var draws = new KeyDraws([new StateStep(0, Keys: 10, Skew: 1, TimeSpan.Zero)], seed: 3);
        var counts = Enumerable.Range(0, Requests).CountBy(request => draws.KeyOf(0, request)).ToDictionary();

        Assert.Equal(10, counts.Count);
        Assert.InRange((double)counts[0] / counts[1], 1.9, 2.1);
        Assert.InRange((double)counts[0] / counts[9], 9, 11);
        Assert.InRange(draws.ShareOfFirst(0) * Requests, counts[0] * 0.97, counts[0] * 1.03);
    }

    [Fact]
    public void A_computation_takes_as_long_as_it_was_calibrated_for()
    {
        // Ratios of the same machine at the same time: twice the rounds take twice the time.
        var first = Mixing.MeasureRoundsAMicrosecond();

        Assert.InRange(Mixing.MeasureRoundsAMicrosecond() / first, 0.5, 2);
        Assert.NotEqual(Mixing.Mix(1, 1_000, CancellationToken.None), Mixing.Mix(2, 1_000, CancellationToken.None));
    }

    private static OwnWorkScenario ScenarioOf(string text) => new(FileOf(text), Mixing.MeasureRoundsAMicrosecond());

    private static WorkloadFile FileOf(string text)
    {
        var faults = new Faults();
        return WorkloadReader.Read(text, "x.yaml", new FileContext([], null), [], faults) ?? throw faults.ToError();
    }

    private static void HoldsUp(TrialOutcome outcome)
    {
        Assert.True(outcome.Recorder.Counts.Completed > 0);
        Assert.Equal(outcome.Recorder.Counts.Started, outcome.Recorder.Counts.Completed);
        var checks = outcome.Expectations.Where(expectation => !expectation.Name.StartsWith("generator", StringComparison.Ordinal));
        Assert.All(checks, expectation => Assert.True(expectation.Ok, $"{expectation}"));
    }
}
