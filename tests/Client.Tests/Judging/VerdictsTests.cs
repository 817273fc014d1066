using Interleave.Client.Judging;
using Interleave.Client.Records;

namespace Interleave.Client.Tests.Judging;

public sealed class VerdictsTests
{
    private static readonly PlannedMetric Time = new("io", "time", "s", Better.Lower) { Resolution = 0.001 };
    private static readonly PlannedMetric Threads = new("io", "threads", "{thread}", Better.Lower) { Resolution = 1 };

    [Theory]
    [InlineData(Better.Higher, new[] { 200.0, 210, 190, 220, 180, 205 }, Verdict.Better)]
    [InlineData(Better.Higher, new[] { 50.0, 60, 40, 55, 45, 52 }, Verdict.Worse)]
    [InlineData(Better.Lower, new[] { 200.0, 210, 190, 220, 180, 205 }, Verdict.Worse)]
    [InlineData(Better.Lower, new[] { 50.0, 60, 40, 55, 45, 52 }, Verdict.Better)]
    [InlineData(Better.Higher, new[] { 101.0, 99, 102, 98, 103, 100 }, Verdict.Same)]
    [InlineData(Better.Higher, new[] { 99.0, 120, 130, 140, 150, 160 }, Verdict.Undecided)] // One of six lies on the other side.
    [InlineData(Better.Higher, new[] { 92.0, 98, 99, 97, 96, 98 }, Verdict.Undecided)] // All lie on one side, most by next to nothing.
    [InlineData(Better.Higher, new[] { 101.0, 99, 102, 98, 103, 106 }, Verdict.Undecided)] // One of six is more than negligible.
    [InlineData(Better.Higher, new[] { 100.0, 120, 130, 140, 150, 160 }, Verdict.Undecided)] // One of six is equal.
    [InlineData(Better.Higher, new[] { 100.9, 120, 130, 140, 150, 160 }, Verdict.Undecided)] // One of six is next to equal.
    [InlineData(Better.Higher, new[] { 101.1, 120, 130, 140, 150, 160 }, Verdict.Better)]
    [InlineData(Better.Higher, new[] { 99.1, 80, 70, 60, 50, 40 }, Verdict.Undecided)]
    [InlineData(Better.Higher, new[] { 98.9, 80, 70, 60, 50, 40 }, Verdict.Worse)]
    internal void A_verdict_needs_the_whole_interval_on_one_side_and_a_median_that_matters(Better better, double[] rounds, Verdict expected) =>
        Assert.Equal(expected, Verdicts.Of(Rounds(rounds, Constant(100)), new PlannedMetric("io", "throughput", "{op}/s", better)));

    [Theory]
    [InlineData(5, Verdict.Undecided)]
    [InlineData(6, Verdict.Worse)]
    internal void Fewer_than_six_rounds_decide_nothing_however_clear_they_are(int rounds, Verdict expected) =>
        Assert.Equal(expected, Verdicts.Of(Rounds(Constant(10, rounds), Constant(1, rounds)), Time));

    [Fact]
    public void Ten_rounds_may_hold_one_that_disagrees()
    {
        Assert.Equal(Verdict.Worse, Verdicts.Of(Rounds([0.5, 2, 2, 2, 2, 2, 2, 2, 2, 2], Constant(1, 10)), Time));
        Assert.Equal(Verdict.Undecided, Verdicts.Of(Rounds([0.5, 0.5, 2, 2, 2, 2, 2, 2, 2, 2], Constant(1, 10)), Time));
    }

    [Theory]
    [InlineData(0.0040, 0.0030, Verdict.Undecided)] // A third more, and no more than the clock can tell.
    [InlineData(0.0008, 0.0016, Verdict.Undecided)]
    [InlineData(0.0041, 0.0030, Verdict.Worse)]
    [InlineData(0.0030, 0.0041, Verdict.Better)]
    internal void A_difference_that_cannot_be_told_from_none_is_no_verdict_however_large_its_ratio(double value, double baseline, Verdict expected) =>
        Assert.Equal(expected, Verdicts.Of(Rounds(Constant(value), Constant(baseline)), Time));

    [Fact]
    public void Figures_that_look_alike_are_the_same_where_what_scatters_cannot_be_told_from_none() =>
        Assert.Equal(Verdict.Same, Verdicts.Of(Rounds([0.0027, 0.0030, 0.0030, 0.0031, 0.0031, 0.0034], Constant(0.003)), Time));

    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 4, 5, 6 }, 4)]
    [InlineData(new[] { 0.9, 0.96, 0.97, 1, 1.02, 1.04 }, 0.001)]
    [InlineData(new[] { 0.9, 0.96, 0.97, 1, 1.02, 1.04 }, 1)]
    [InlineData(new[] { 1.4, 1.5, 1.6, 1.7, 1.8, 1.9 }, 1)]
    public void No_ratio_beside_the_same_is_more_than_five_percent_off(double[] rounds, double resolution)
    {
        var paired = Rounds(rounds, Constant(1));

        var same = Verdicts.Of(paired, Time with { Resolution = resolution }) == Verdict.Same;
        Assert.True(!same || paired.Ratio is not { } ratio || !Verdicts.IsBeyond(ratio.Median, Verdicts.Negligible));
    }

    [Fact]
    public void A_difference_that_is_beyond_the_resolution_in_some_rounds_only_is_undecided() =>
        Assert.Equal(Verdict.Undecided, Verdicts.Of(Rounds([0.0035, 0.0035, 0.0036, 0.0039, 0.005, 0.006], Constant(0.003)), Time));

    [Theory]
    [InlineData(new[] { 2.0, 2, 3, 2, 4, 2 }, Verdict.Worse)]
    [InlineData(new[] { 1.0, 1, 1, 1, 1, 0 }, Verdict.Same)]
    [InlineData(new[] { 1.0, 2, 3, 2, 4, 2 }, Verdict.Undecided)] // One of six is no more than can be told from none.
    [InlineData(new[] { 0.0, 0, 0, 0, 0, 0 }, Verdict.Same)]
    internal void Where_the_baseline_shows_none_the_sign_alone_decides_nothing(double[] rounds, Verdict expected)
    {
        var paired = Rounds(rounds, Constant(0));

        Assert.Equal(expected, Verdicts.Of(paired, Threads));
        Assert.Equal(rounds.Max() == 0, paired.Ratio is not null);
    }

    [Fact]
    public void A_single_round_without_anything_to_divide_by_does_not_cost_ten_their_ratio()
    {
        var baseline = Constant(100, 9).Append(0).ToArray();

        Assert.Equal(2, Rounds(Constant(200, 10), baseline).Ratio?.High);
        Assert.Null(Rounds(Constant(200), [100, 100, 100, 100, 100, 0]).Ratio);
    }

    [Fact]
    public void Negative_figures_have_no_ratio_and_differ_all_the_same()
    {
        var rounds = Rounds(Constant(-2), Constant(4));

        Assert.Null(rounds.Ratio);
        Assert.Equal(Verdict.Better, Verdicts.Of(rounds, Threads));
    }

    [Fact]
    public void Every_launch_must_lie_on_the_same_side()
    {
        double[] values = [2, 2, 2, 2, 2, 2, 2, 2, 2, 0.9];

        Assert.Equal(Verdict.Worse, Verdicts.Of(Rounds(values, Constant(1, 10), round => round < 5 ? 1 : 2), Time));
        Assert.Equal(Verdict.Undecided, Verdicts.Of(Rounds(values, Constant(1, 10), round => round < 9 ? 1 : 2), Time));
    }

    [Theory]
    [InlineData(1, Verdict.Undecided)]
    [InlineData(2, Verdict.Worse)]
    internal void What_differs_from_launch_to_launch_needs_several_launches_or_a_larger_difference(int launches, Verdict expected)
    {
        var memory = new PlannedMetric("io", "memory", "By", Better.Lower) { LaunchSpread = 0.3 };

        Assert.Equal(expected, Verdicts.Of(Rounds(Constant(120), Constant(100), round => round % launches), memory));
        Assert.Equal(Verdict.Worse, Verdicts.Of(Rounds(Constant(140), Constant(100), round => round % launches), memory));
    }

    [Theory]
    [InlineData(5, Profile.Quick, "a verdict needs at least 6 rounds")]
    [InlineData(6, Profile.Quick, "undecided here; `--profile standard` may decide it")]
    [InlineData(10, Profile.Standard, "undecided here; `--profile thorough` may decide it")]
    [InlineData(20, Profile.Thorough, "undecided here, even with the profile thorough: do not choose by it")]
    internal void What_is_open_names_what_may_decide_it_and_counts_no_rounds_to_come(int rounds, Profile profile, string expected) =>
        Assert.Equal(expected, Verdicts.Needed(Rounds(Constant(3, rounds), Constant(1, rounds)), Time, profile));

    [Fact]
    public void What_is_below_the_resolution_says_so_and_sends_nobody_to_a_longer_profile() => Assert.Equal(
        "stop latency differs by no more than 1 ms, too little to be told from none",
        Verdicts.Needed(Rounds(Constant(0.0008), Constant(0.0016)), Time with { Name = "stop-latency" }, Profile.Quick));

    private static PairedRounds Rounds(double[] model, double[] baseline, Func<int, int>? launchOf = null) => new(
    [
        .. model.Zip(baseline).Select((pair, round) =>
        {
            var launch = launchOf?.Invoke(round) ?? 1;
            return new RoundPair(pair.First, pair.Second, (launch, launch), Disturbed: false);
        }),
    ]);

    private static double[] Constant(double value, int rounds = 6) => [.. Enumerable.Repeat(value, rounds)];
}
