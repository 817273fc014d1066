using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Machine;
using Interleave.Client.Scenarios;
using Interleave.Client.Scenarios.Fairness;
using Interleave.Silo.Usage;

namespace Interleave.Client.Tests.Scenarios.Fairness;

public sealed class FairnessAnswerTests
{
    private static readonly OpenLoad Ten = new(Concurrency: 1, Rate: 10, TimeSpan.FromSeconds(1), Arrivals.Constant, Seed: 1);

    /// <summary>Usage is known of every trial but sequential work; what it was does not matter here.</summary>
    private static readonly ProcessUsage SomeUsage = new(ProcessCounters.Unknown, Sighting.None);

    [Theory]
    [InlineData(true, 1, true)]
    [InlineData(true, 7, true)]
    [InlineData(true, 0, false)] // A hog that never computed would look harmless.
    [InlineData(false, 0, true)]
    [InlineData(false, 1, false)]
    public void There_is_a_hog_where_the_variant_says_so(bool hasHog, int computations, bool ok) =>
        Assert.Equal(ok, Check(hasHog, new FairnessAnswer(Primes: 10 * 4, computations), SomeUsage).All(expectation => expectation.Ok));

    [Fact]
    public void A_trial_whose_units_never_asked_for_an_operation_does_not_hold() => Assert.Contains(
        Check(hasHog: true, new FairnessAnswer(Primes: 0, LongComputations: 1), SomeUsage), expectation => expectation is { Ok: false, Expected: 10 * 4 });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_long_computation_alone_is_done_once(bool hasHog) =>
        Assert.All(Check(hasHog, new FairnessAnswer(Primes: 0, LongComputations: 1), usage: null), expectation => Assert.True(expectation.Ok));

    /// <summary>There are four primes from 10 to 20; without a generator's report, all ten operations were due.</summary>
    private static IEnumerable<Expectation> Check(bool hasHog, FairnessAnswer answer, ProcessUsage? usage) => new FairnessScenario().Check(
        new FairnessJob(new(10, 20), new(10, 1_000), Ten, hasHog), answer, new(TimeSpan.FromSeconds(1), new(), null) { Usage = usage });
}
