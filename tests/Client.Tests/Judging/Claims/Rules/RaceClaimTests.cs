using Interleave.Client.Records;

namespace Interleave.Client.Tests.Judging.Claims.Rules;

/// <summary>The rules that read <c>race</c>, on figures made up for every verdict.</summary>
public sealed class RaceClaimTests : ClaimTests
{
    private const double Steps = 100_000;

    private static readonly PlannedMetric LostUpdates = new("race", "lost-updates", "{update}", Better.Lower) { Exposure = "steps-taken" };
    private static readonly PlannedMetric BrokenInvariants = new("race", "broken-invariants", "{audit}", Better.Lower) { Exposure = "audits" };

    [Theory]
    [InlineData(Supported, 2, 0, 7, 0)]
    [InlineData(Refuted, 2, 0, 0, 0)]
    [InlineData(NotTested, 1, 0, 0, 0)]
    public void Preemption_shows_in_a_single_lost_update(string expected, int cores, params int[] lost) =>
        Expect(expected, "000-preempt", Lost(new MadeUpRun { Cores = cores }, "unprotected", "threads", lost));

    [Fact]
    public void That_few_steps_lost_nothing_says_little() => Expect(Inconclusive, "000-preempt", new MadeUpRun()
        .Figures("race", "unprotected", "threads", "lost-updates", 0)
        .Figures("race", "unprotected", "threads", "steps-taken", 1_000)
        .Metric(LostUpdates));

    [Theory]
    [InlineData(1_000, Inconclusive)]
    [InlineData(3_000, Inconclusive)]
    [InlineData(4_000, Supported)]
    public void That_nothing_was_lost_needs_steps_in_which_something_could_have_been(double steps, string expected) =>
        Expect(expected, "000-protected", new MadeUpRun()
        .Figures("race", "unprotected", "loop", "lost-updates", 0)
        .Figures("race", "unprotected", "loop", "steps-taken", steps)
        .Figures("race", "unprotected", "grains", "lost-updates", 0)
        .Figures("race", "unprotected", "grains", "steps-taken", 1_000_000)
        .Metric(LostUpdates));

    [Theory]
    [InlineData(Supported, 0, 0)]
    [InlineData(Refuted, 1, 0)]
    [InlineData(Refuted, 0, 1)]
    public void Protection_between_awaits_is_refuted_by_one_lost_update(string expected, int loop, int grains) =>
        Expect(expected, "000-protected", Lost(Lost(new MadeUpRun(), "unprotected", "loop", 0, loop, 0), "unprotected", "grains", 0, 0, grains));

    [Theory]
    [InlineData(Supported, 9, 9, 0)]
    [InlineData(Refuted, 0, 9, 0)]
    [InlineData(Refuted, 9, 0, 0)]
    [InlineData(Refuted, 9, 9, 1)]
    public void Protection_ends_at_an_await_except_in_an_ordinary_grain(string expected, int loop, int reentrant, int ordinary)
    {
        var run = Lost(new MadeUpRun(), "await, unprotected", "loop", loop, 0, 0);
        run = Lost(run, "await, unprotected", "grains", reentrant, 0, 0);

        Expect(expected, "000-not-protected", Lost(run, "await, one turn at a time", "grains", ordinary, 0, 0));
    }

    [Theory]
    [InlineData(Supported, 100, 10_000)]
    [InlineData(Refuted, 75_000, 10_000)]
    [InlineData(Inconclusive, 1_000, 10_000)]
    public void Races_are_harder_to_hit_where_a_tenth_is_lost(string expected, int loop, int threads) =>
        Expect(expected, "001-race-hard", Lost(Lost(new MadeUpRun(), "await, unprotected", "loop", loop), "unprotected", "threads", threads));

    [Theory]
    [InlineData(Supported, 0, 0)]
    [InlineData(Refuted, 1, 0)]
    [InlineData(Refuted, 0, 1)]
    public void Doing_without_synchronisation_is_refuted_by_one_lost_update(string expected, int loop, int grains) =>
        Expect(expected, "002-no-sync", Lost(Lost(new MadeUpRun(), "await, unprotected", "loop", loop), "await, unprotected", "grains", grains));

    [Theory]
    [InlineData(Supported, 2, 0, 0)]
    [InlineData(Refuted, 2, 1, 0)]
    [InlineData(Refuted, 2, 0, 1)]
    [InlineData(NotTested, 1, 0, 0)]
    public void Isolation_asks_for_lost_updates_and_broken_sums_from_two_silos(string expected, int silos, int lost, int broken)
    {
        var run = new MadeUpRun();
        foreach (var variant in new[] { "unprotected", "await, one turn at a time", "from two silos" }.Take(silos + 1))
        {
            run = Lost(run, variant, "grains", lost)
                .Figures("race", $"bank, {variant}", "grains", "broken-invariants", broken)
                .Figures("race", $"bank, {variant}", "grains", "audits", Steps)
                .Metric(BrokenInvariants);
        }

        Expect(expected, "grain-isolated", run);
    }

    [Theory]
    [InlineData(Supported, 2, 9, 0)]
    [InlineData(Refuted, 2, 0, 0)]
    [InlineData(Refuted, 2, 9, 1)]
    [InlineData(NotTested, 1, 9, 0)]
    public void Shared_memory_needs_a_guard_where_it_loses_updates_without_one_and_none_with_one(string expected, int cores, int bare, int guarded) =>
        Expect(expected, "004-ipc-lock", Lost(Lost(new MadeUpRun { Cores = cores }, "unprotected", "processes", bare), "semaphore", "processes", guarded));

    [Fact]
    public void Where_none_was_lost_the_evidence_says_in_how_many_steps()
    {
        var verdict = Verdict("000-protected", [Lost(Lost(new MadeUpRun(), "unprotected", "loop", 0), "unprotected", "grains", 0).Build()]);

        Assert.Contains("none seen in 100,000, so at most 36.9 in a million", verdict.Evidence, StringComparison.Ordinal);
    }

    private static MadeUpRun Lost(MadeUpRun run, string variant, string model, params int[] lost) => run
        .Figures("race", variant, model, "lost-updates", [.. lost.Select(updates => (double)updates)])
        .Figures("race", variant, model, "steps-taken", [.. lost.Select(_ => Steps)])
        .Metric(LostUpdates);
}
