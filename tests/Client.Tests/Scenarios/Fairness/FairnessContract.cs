using Interleave.Client.Scenarios.Fairness;

namespace Interleave.Client.Tests.Scenarios.Fairness;

[Collection(TrialsCollection.Name)]
public sealed class FairnessContract(Trials trials)
{
    [Fact]
    public async Task Threads_under_a_lock_lose_nothing_where_it_is_taken_from_them()
    {
        var outcome = await trials.RunAsync(new FairnessScenario(), "alone", "gil", ("short", 20_000), ("rate", 100), ("seconds", 0.1));

        var primes = Assert.Single(outcome.Expectations, answer => answer.Name == "primes of the short operations");
        Assert.True(primes.Ok, $"{primes.Observed} instead of {primes.Expected}");
    }
}
