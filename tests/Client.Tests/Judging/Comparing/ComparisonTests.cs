using Interleave.Client.Judging;
using Interleave.Client.Judging.Comparing;
using Interleave.Client.Records;

namespace Interleave.Client.Tests.Judging.Comparing;

public sealed class ComparisonTests
{
    [Fact]
    public void A_run_does_not_differ_from_itself()
    {
        var run = Throughput(100, 110, 120, 100, 110, 120);

        Assert.Empty(Comparability.Differences(run, run));
        Assert.Empty(Compare(run, run).BeyondNoise);
    }

    [Theory]
    [InlineData(105, 115, 125, false, false)] // The intervals overlap.
    [InlineData(130, 140, 150, true, false)]
    [InlineData(60, 70, 80, true, true)]
    [InlineData(97, 98, 99, true, true)]
    public void Only_what_lies_beyond_noise_has_changed(double first, double second, double third, bool changed, bool regression)
    {
        var comparison = Compare(Throughput(100, 110, 120, 100, 110, 120), Throughput(first, second, third, first, second, third));

        Assert.Equal(changed, comparison.BeyondNoise.Any());
        Assert.Equal(regression, comparison.Regressions(0.05).Any());
    }

    [Fact]
    public void Five_rounds_show_no_change() =>
        Assert.Empty(Compare(Throughput(100, 100, 100, 100, 100), Throughput(10, 10, 10, 10, 10)).BeyondNoise);

    [Theory]
    [InlineData(104, false)] // Nobody would choose by it.
    [InlineData(106, true)]
    public void What_differs_by_next_to_nothing_has_not_changed(double after, bool changed) =>
        Assert.Equal(changed, Compare(Throughput(MadeUpRun.Six(100)), Throughput(MadeUpRun.Six(after))).BeyondNoise.Any());

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void What_measuring_cannot_tell_apart_has_not_changed(double resolution, bool changed)
    {
        var metric = new PlannedMetric("io", "throughput", "1", Better.Higher) { Resolution = resolution };

        Assert.Equal(changed, Compare(Throughput(metric, MadeUpRun.Six(100)), Throughput(metric, MadeUpRun.Six(110))).BeyondNoise.Any());
    }

    [Theory]
    [InlineData(1, 1.59, false)]
    [InlineData(1, 1.61, true)]
    [InlineData(3, 1.19, false)]
    [InlineData(3, 1.21, true)]
    public void What_differs_from_launch_to_launch_must_differ_by_more_the_fewer_launches_there_were(int launches, double factor, bool changed)
    {
        var memory = new PlannedMetric("io", "throughput", "1", Better.Higher) { LaunchSpread = 0.3 };

        Assert.Equal(changed, Compare(Launched(memory, launches, 100), Launched(memory, launches, 100 * factor)).BeyondNoise.Any());
    }

    [Fact]
    public void A_launch_that_is_as_it_was_before_shows_no_change()
    {
        var after = new MadeUpRun().Figures("io", "two", "tasks", "throughput", 200, 200, 200, 200, 200, 200, 200, 200, 100)
            .Change("io", "two", "tasks", 9, trial => trial with { Launch = 2 });

        Assert.Empty(Compare(Throughput([.. Enumerable.Repeat(100.0, 9)]), Judge.Create([]).Conclude(after.Build())).BeyondNoise);
    }

    [Fact]
    public void A_regression_within_the_tolerance_is_a_change_and_no_regression()
    {
        var comparison = Compare(Throughput(MadeUpRun.Six(100)), Throughput(MadeUpRun.Six(93)));

        Assert.Single(comparison.BeyondNoise);
        Assert.Empty(comparison.Regressions(0.1));
        Assert.Single(comparison.Regressions(0.05));
    }

    [Fact]
    public void Where_lower_is_better_more_is_a_regression() =>
        Assert.Single(Compare(Lost(MadeUpRun.Six(0)), Lost(1, 2, 3, 1, 2, 3)).Regressions(10));

    [Fact]
    public void A_figure_that_is_gone_or_failed_is_a_regression()
    {
        var failed = Judge.Create([]).Conclude(
            new MadeUpRun().Figures("io", "two", "tasks", "throughput", 110).Check("io", "two", "tasks", 1, "answers", ok: false).Build());

        Assert.Single(Compare(Throughput(100, 110, 120), failed).Regressions(0.05));
        Assert.Single(Compare(Throughput(100, 110, 120), failed with { Results = [] }).Regressions(0.05));
    }

    [Fact]
    public void A_figure_that_was_failed_before_is_no_regression()
    {
        var failed = Judge.Create([]).Conclude(
            new MadeUpRun().Figures("io", "two", "tasks", "throughput", 110).Check("io", "two", "tasks", 1, "answers", ok: false).Build());

        Assert.Equal(Verdict.Better, Assert.Single(Compare(failed, Throughput(MadeUpRun.Six(1))).BeyondNoise).Verdict);
    }

    [Fact]
    public void What_only_explains_and_what_says_the_same_in_other_words_are_not_compared()
    {
        Assert.Empty(Compare(Run(Better.Neither, derivedFrom: null, 100), Run(Better.Neither, derivedFrom: null, 10)).Changes);
        Assert.Empty(Compare(Run(Better.Higher, derivedFrom: "time", 100), Run(Better.Higher, derivedFrom: "time", 10)).Changes);

        static Run Run(Better better, string? derivedFrom, double value) =>
            Throughput(new PlannedMetric("io", "throughput", "1", better) { DerivedFrom = derivedFrom }, MadeUpRun.Six(value));
    }

    [Fact]
    public void Rates_of_rare_events_are_compared_over_all_rounds_together()
    {
        Assert.Empty(Compare(Rare(2), Rare(3)).BeyondNoise);
        Assert.Equal(Verdict.Worse, Assert.Single(Compare(Rare(2), Rare(20)).BeyondNoise).Verdict);

        static Run Rare(double events) => Judge.Create([]).Conclude(new MadeUpRun()
            .Figures("race", "bare", "tasks", "lost", MadeUpRun.Six(events))
            .Figures("race", "bare", "tasks", "steps", MadeUpRun.Six(1_000_000))
            .Metric("race", "steps", "{step}", Better.Neither)
            .Metric(new PlannedMetric("race", "lost", "{update}", Better.Lower) { Exposure = "steps" })
            .Build());
    }

    [Fact]
    public void Another_machine_or_plan_is_named_by_its_fields()
    {
        var run = Throughput(1, 1, 1);
        var other = run with
        {
            Environment = run.Environment with { Cores = 8, Cpu = "another" },
            Plan = run.Plan with { Silos = 5, Parameters = new Dictionary<string, string> { ["delay"] = "20" } },
        };

        Assert.Equal(
            [
                "environment.cpu differs: 'a cpu' and 'another'.",
                "environment.cores differs: '2' and '8'.",
                "plan.silos differs: '2' and '5'.",
                "plan.parameters differs: '' and 'delay=20'.",
            ],
            Comparability.Differences(run, other));
    }

    [Fact]
    public void Other_rounds_launches_and_another_seed_can_be_compared()
    {
        var run = Throughput(1, 1, 1);

        Assert.Empty(Comparability.Differences(run, run with { Plan = run.Plan with { Rounds = 30, Launches = 5, Seed = 5 } }));
    }

    private static Comparison Compare(Run before, Run after) => Comparison.Of(before, after, []);

    private static Run Throughput(params double[] rounds) => Throughput(new PlannedMetric("io", "throughput", "1", Better.Higher), rounds);

    private static Run Throughput(PlannedMetric metric, params double[] rounds) =>
        Judge.Create([]).Conclude(new MadeUpRun().Figures("io", "two", "tasks", "throughput", rounds).Metric(metric).Build());

    private static Run Launched(PlannedMetric metric, int launches, double value)
    {
        var run = new MadeUpRun().Figures("io", "two", "tasks", "throughput", [.. Enumerable.Repeat(value, 9)]).Metric(metric);
        for (var round = 1; round <= 9; round++)
        {
            var launch = (round % launches) + 1;
            run.Change("io", "two", "tasks", round, trial => trial with { Launch = launch });
        }

        return Judge.Create([]).Conclude(run.Build());
    }

    private static Run Lost(params double[] rounds) => Judge.Create([]).Conclude(
        new MadeUpRun().Figures("race", "bare", "tasks", "lost", rounds).Metric("race", "lost", "{update}", Better.Lower).Build());
}
