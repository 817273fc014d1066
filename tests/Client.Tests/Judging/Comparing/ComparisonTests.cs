using Interleave.Client.Judging;
using Interleave.Client.Judging.Comparing;
using Interleave.Client.Records;

namespace Interleave.Client.Tests.Judging.Comparing;

public sealed class ComparisonTests
{
    [Fact]
    public void A_run_does_not_differ_from_itself()
    {
        var run = Throughput(100, 110, 120);

        Assert.Empty(Comparability.Differences(run, run));
        Assert.Empty(Comparison.Of(run, run).BeyondNoise);
    }

    [Theory]
    [InlineData(105, 115, 125, false, false)]
    [InlineData(130, 140, 150, true, false)]
    [InlineData(60, 70, 80, true, true)]
    [InlineData(97, 98, 99, true, true)]
    public void Only_what_lies_beyond_noise_has_changed(double first, double second, double third, bool changed, bool regression)
    {
        var comparison = Comparison.Of(Throughput(100, 110, 120), Throughput(first, second, third));

        Assert.Equal(changed, comparison.BeyondNoise.Any());
        Assert.Equal(regression, comparison.Regressions(0.05).Any());
    }

    [Fact]
    public void A_regression_within_the_tolerance_is_a_change_and_no_regression()
    {
        var comparison = Comparison.Of(Throughput(100, 100, 100), Throughput(97, 97, 97));

        Assert.Single(comparison.BeyondNoise);
        Assert.Empty(comparison.Regressions(0.05));
        Assert.Single(comparison.Regressions(0.02));
    }

    [Fact]
    public void Where_lower_is_better_more_is_a_regression() =>
        Assert.Single(Comparison.Of(Lost(0, 0, 0), Lost(1, 2, 3)).Regressions(10));

    [Fact]
    public void A_figure_that_is_gone_or_failed_is_a_regression()
    {
        var failed = Judge.Create([]).Conclude(
            new MadeUpRun().Figures("io", "two", "tasks", "throughput", 110).Check("io", "two", "tasks", 1, "answers", ok: false).Build());

        Assert.Single(Comparison.Of(Throughput(100, 110, 120), failed).Regressions(0.05));
        Assert.Single(Comparison.Of(Throughput(100, 110, 120), failed with { Results = [] }).Regressions(0.05));
    }

    [Fact]
    public void What_only_explains_changes_and_never_regresses()
    {
        var (before, after) = (Throughput(100, 100, 100), Throughput(10, 10, 10));

        var comparison = Comparison.Of(Explaining(before), Explaining(after));

        Assert.Single(comparison.BeyondNoise);
        Assert.Empty(comparison.Regressions(0));

        static Run Explaining(Run run) => run with { Results = [.. run.Results.Select(result => result with { Better = Better.Neither })] };
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
    public void Other_rounds_and_another_seed_can_be_compared()
    {
        var run = Throughput(1, 1, 1);

        Assert.Empty(Comparability.Differences(run, run with { Plan = run.Plan with { Rounds = 30, Seed = 5 } }));
    }

    private static Run Throughput(params double[] rounds) =>
        Judge.Create([]).Conclude(new MadeUpRun().Figures("io", "two", "tasks", "throughput", rounds).Build());

    private static Run Lost(params double[] rounds) => Judge.Create([]).Conclude(
        new MadeUpRun().Figures("race", "bare", "tasks", "lost", rounds).Metric("race", "lost", "{update}", Better.Lower).Build());
}
