using Interleave.Client.Records;
using static Interleave.Client.Tests.Judging.MadeUpRun;

namespace Interleave.Client.Tests.Judging;

public sealed class JudgeTests
{
    [Fact]
    public void A_contrast_is_a_ratio_within_each_round_so_that_a_disturbance_of_both_cancels_out()
    {
        var run = Conclude(Throughput([100, 10, 1000, 50, 500, 5], [200, 20, 2000, 100, 1000, 10]));

        var contrast = Assert.Single(run.Contrasts);
        Assert.Equal((2, 2, 2, Verdict.Better), (contrast.Ratio, contrast.Low, contrast.High, contrast.Verdict));
        Assert.Null(contrast.Needed);
    }

    [Fact]
    public void Two_rounds_decide_nothing_and_say_so()
    {
        var contrast = Assert.Single(Conclude(Throughput([100, 100], [200, 200])).Contrasts);

        Assert.Equal((Verdict.Undecided, "a verdict needs at least 6 rounds"), (contrast.Verdict, contrast.Needed));
    }

    [Fact]
    public void One_datum_is_judged_once()
    {
        var run = Conclude(new MadeUpRun()
            .Figures("io", "two", "threads", "time", 0.0100, 0.0100, 0.0100, 0.0100, 0.0100, 0.0100)
            .Figures("io", "two", "tasks", "time", 0.0109, 0.0109, 0.0109, 0.0109, 0.0109, 0.0109)
            .Metric(new PlannedMetric("io", "time", "s", Better.Lower) { Resolution = 0.001 })
            .Figures("io", "two", "threads", "throughput", 200, 200, 200, 200, 200, 200)
            .Figures("io", "two", "tasks", "throughput", 183, 183, 183, 183, 183, 183)
            .Metric(new PlannedMetric("io", "throughput", "{op}/s", Better.Higher) { DerivedFrom = "time" }));

        // By itself, throughput would be worse; the time that it comes from cannot be told apart so finely.
        Assert.Equal(
            [("time", Verdict.Undecided, null), ("throughput", Verdict.Undecided, "time")],
            run.Contrasts.Select(contrast => (contrast.Metric, contrast.Verdict, contrast.DerivedFrom)));
        Assert.All(run.Contrasts, contrast => Assert.Equal("time differs by no more than 1 ms, too little to be told from none", contrast.Needed));
        Assert.Equal(0.915, run.Contrasts[1].Ratio);
    }

    [Theory]
    [InlineData(130)]
    [InlineData(10_000)]
    public void A_figure_of_another_amount_of_work_is_judged_by_itself(double rate)
    {
        var run = Conclude(new MadeUpRun()
            .Figures("tree", "ten", "threads", "time", Six(1))
            .Figures("tree", "ten", "tasks", "time", Six(1))
            .Metric("tree", "time", "s", Better.Lower)
            .Figures("tree", "ten", "threads", "rate", Six(100))
            .Figures("tree", "ten", "tasks", "rate", Six(rate))
            .Metric(new PlannedMetric("tree", "rate", "{unit}/s", Better.Higher) { DerivedFrom = "time" }));

        Assert.Equal(
            [("time", Verdict.Same, null), ("rate", Verdict.Better, null)],
            run.Contrasts.Select(contrast => (contrast.Metric, contrast.Verdict, contrast.DerivedFrom)));
    }

    [Fact]
    public void A_figure_whose_source_was_not_measured_is_judged_by_itself()
    {
        var run = Conclude(Throughput(Six(200), Six(100)).Metric(new PlannedMetric("io", "throughput", "{op}/s", Better.Higher) { DerivedFrom = "time" }));

        Assert.Equal((Verdict.Worse, null), (run.Contrasts[0].Verdict, run.Contrasts[0].DerivedFrom));
    }

    [Fact]
    public void The_resolution_of_the_plan_decides()
    {
        var run = Throughput(Six(100), Six(110));
        var coarse = new PlannedMetric("io", "throughput", "{op}/s", Better.Higher) { Resolution = 10 };

        Assert.Equal(Verdict.Better, Assert.Single(Conclude(run.Metric(coarse with { Resolution = 9 })).Contrasts).Verdict);
        Assert.Equal(Verdict.Undecided, Assert.Single(Conclude(run.Metric(coarse)).Contrasts).Verdict);
    }

    [Fact]
    public void Launches_that_disagree_decide_nothing()
    {
        var run = Throughput([.. Enumerable.Repeat(100.0, 9)], [200, 200, 200, 200, 200, 200, 200, 200, 90]);
        Assert.Equal(Verdict.Better, Assert.Single(Conclude(run).Contrasts).Verdict);

        run.Change("io", "two", "tasks", 9, trial => trial with { Launch = 2 });

        Assert.Equal(Verdict.Undecided, Assert.Single(Conclude(run).Contrasts).Verdict);
    }

    [Fact]
    public void A_round_that_failed_on_either_side_stays_out_of_the_contrast_and_is_counted()
    {
        var run = Conclude(Throughput([100, 100, 100, 100, 100], [200, 200, 200, 900, 900])
            .Check("io", "two", "tasks", 4, "answers", ok: false)
            .Change("io", "two", "threads", 5, trial => trial with { Error = "no answer" }));

        var contrast = Assert.Single(run.Contrasts);
        var tasks = run.Results.Single(result => result.Model == "tasks");
        Assert.Equal((3, 2), (contrast.Rounds, contrast.High));
        Assert.Equal((4, 1), (tasks.Rounds, tasks.Failed));
    }

    [Fact]
    public void A_figure_whose_every_round_failed_is_shown_and_contrasted_with_nothing()
    {
        var run = Conclude(Throughput([100], [200]).Check("io", "two", "tasks", 1, "answers", ok: false));

        Assert.Empty(run.Contrasts);
        var tasks = run.Results.Single(result => result.Model == "tasks");
        Assert.Equal((200, 0, 1), (tasks.Median, tasks.Rounds, tasks.Failed));
    }

    [Fact]
    public void A_round_that_was_disturbed_on_either_side_counts_as_one()
    {
        var run = Conclude(Throughput(Six(100), Six(200))
            .Change("io", "two", "threads", 2, trial => trial with { Disturbed = true })
            .Change("io", "two", "tasks", 5, trial => trial with { Disturbed = true })
            .Change("io", "two", "threads", 5, trial => trial with { Disturbed = true }));

        Assert.Equal(2, Assert.Single(run.Contrasts).Disturbed);
    }

    [Fact]
    public void A_disturbed_round_is_kept_and_counted()
    {
        var run = Conclude(Throughput([100, 100, 100], [200, 200, 200]).Change("io", "two", "tasks", 2, trial => trial with { Disturbed = true }));

        Assert.Equal((3, 1), (run.Contrasts[0].Rounds, run.Contrasts[0].Disturbed));
        Assert.Equal((3, 1), (run.Results.Single(result => result.Model == "tasks").Rounds, run.Results.Single(result => result.Model == "tasks").Disturbed));
    }

    [Fact]
    public void A_variant_that_the_baseline_cannot_run_is_contrasted_with_the_variant_that_the_plan_names()
    {
        var run = Conclude(Throughput([100, 100, 100], [200, 200, 200])
            .Figures("io", "one grain", "grains", "throughput", 50, 50, 50)
            .ComparedWith("io", "one grain", "two"));

        var contrast = run.Contrasts.Single(contrast => contrast.Model == "grains");
        Assert.Equal((0.5, "two"), (contrast.Ratio, contrast.ComparedWith));
    }

    [Fact]
    public void Where_the_baseline_is_zero_there_is_no_ratio_and_still_a_verdict()
    {
        var run = Conclude(new MadeUpRun()
            .Figures("race", "bare", "threads", "lost", Six(0))
            .Figures("race", "bare", "tasks", "lost", 5, 7, 9, 7, 7, 8)
            .Metric("race", "lost", "{update}", Better.Lower));

        var contrast = Assert.Single(run.Contrasts);
        Assert.Equal((null, Verdict.Worse), (contrast.Ratio, contrast.Verdict));
        Assert.Equal("tasks show lost where threads show none (7 updates against 0 updates): prefer threads where one must choose by lost.", contrast.Reading);
    }

    [Fact]
    public void A_figure_that_only_explains_is_contrasted_with_nothing() =>
        Assert.Empty(Conclude(Throughput([1], [2]).Metric("io", "throughput", "1", Better.Neither)).Contrasts);

    [Fact]
    public void Concluding_twice_changes_nothing()
    {
        var once = Conclude(Throughput([100, 101, 102], [200, 190, 210]));

        Assert.Equal(once.Contrasts, Conclude(once).Contrasts);
        Assert.Equal(once.Checks, Conclude(once).Checks);
    }
}
