using Interleave.Client.Scenarios.Mixed;

namespace Interleave.Client.Tests.Scenarios.Mixed;

[Collection(TrialsCollection.Name)]
public sealed class MixedContract(Trials trials)
{
    public static TheoryData<string> Models => Trials.ModelsOf(new MixedScenario());

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Every_request_waits_twice_and_computes_between(string model)
    {
        (string, double)[] small = [("before", 30), ("after", 20), ("numbers", 100), ("operations", 12), ("concurrency", 4)];
        var outcome = await trials.RunAsync(new MixedScenario(), "capacity", model, small);

        Assert.All(outcome.Expectations, answer => Assert.True(answer.Ok, $"{answer.Name}: {answer.Observed} instead of {answer.Expected}"));
        Assert.Contains(outcome.Expectations, answer => answer.Name == "primes found" && answer.Expected > 0);
        Assert.Equal(12, outcome.Recorder.Counts.Completed);
        Assert.True(outcome.Recorder.Operations.Latency.Percentile(0.01) >= 0.050);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Every_model_serves_requests_that_arrive_at_a_rate(string model)
    {
        (string, double)[] small = [("before", 2), ("after", 2), ("numbers", 100), ("concurrency", 10), ("least-capacity", 250), ("seconds", 0.15)];
        var outcome = await trials.RunAsync(new MixedScenario(), "arriving 200/s", model, small);

        var answers = outcome.Expectations.Where(answer => !answer.Name.StartsWith("generator", StringComparison.Ordinal));
        Assert.All(answers, answer => Assert.True(answer.Ok, answer.ToString()));
        Assert.True(outcome["latency-p50"] >= 0.004);
        Assert.False(outcome.Figures.ContainsKey("throughput"));
    }
}
