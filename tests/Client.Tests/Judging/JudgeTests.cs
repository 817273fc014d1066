using Interleave.Client.Judging;
using Interleave.Client.Records;
using Interleave.Client.Scenarios.Io;

namespace Interleave.Client.Tests.Judging;

public sealed class JudgeTests
{
    [Fact]
    public void A_contrast_is_a_ratio_within_each_round_so_that_a_disturbance_of_both_cancels_out()
    {
        var run = Conclude(Throughput([100, 10, 1000], [200, 20, 2000]));

        var contrast = Assert.Single(run.Contrasts);
        Assert.Equal((2, 2, 2, Verdict.Better), (contrast.Ratio, contrast.Low, contrast.High, contrast.Verdict));
    }

    [Theory]
    [InlineData(Better.Higher, 200, 210, 190, "Better")]
    [InlineData(Better.Higher, 50, 60, 40, "Worse")]
    [InlineData(Better.Lower, 200, 210, 190, "Worse")]
    [InlineData(Better.Lower, 50, 60, 40, "Better")]
    [InlineData(Better.Higher, 101, 99, 102, "Same")]
    [InlineData(Better.Higher, 90, 120, 130, "Undecided")]
    [InlineData(Better.Higher, 92, 98, 99, "Undecided")] // Less in every round, but most likely by next to nothing.
    internal void A_verdict_needs_the_whole_interval(Better better, double first, double second, double third, string expected)
    {
        var run = Conclude(Throughput([100, 100, 100], [first, second, third]).Metric("io", "throughput", "{op}/s", better));

        var contrast = Assert.Single(run.Contrasts);
        Assert.Equal(expected, contrast.Verdict.ToString());
        Assert.Equal(contrast.Verdict == Verdict.Undecided, contrast.Needed is not null);
    }

    [Fact]
    public void Two_rounds_decide_nothing_and_say_so()
    {
        var contrast = Assert.Single(Conclude(Throughput([100, 100], [200, 200])).Contrasts);

        Assert.Equal((Verdict.Undecided, "at least 3 rounds are needed for a verdict"), (contrast.Verdict, contrast.Needed));
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
            .Figures("race", "bare", "threads", "lost", 0, 0, 0)
            .Figures("race", "bare", "tasks", "lost", 5, 7, 9)
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

    [Theory]
    [InlineData(310, "tasks show 3.10 times the throughput of threads (310 op/s against 100 op/s): prefer tasks where the work done in a second counts.")]
    [InlineData(120, "tasks show 20 % more throughput than threads (120 op/s against 100 op/s): prefer tasks where the work done in a second counts.")]
    [InlineData(80, "tasks show 20 % less throughput than threads (80 op/s against 100 op/s): prefer threads where the work done in a second counts.")]
    [InlineData(20, "tasks show 20 % of the throughput of threads (20 op/s against 100 op/s): prefer threads where the work done in a second counts.")]
    [InlineData(101, "tasks and threads do not differ in throughput (101 op/s against 100 op/s): choose by something else.")]
    public void A_sentence_says_what_the_figures_mean(double tasks, string expected)
    {
        var run = Conclude(Throughput([100, 100, 100], [tasks, tasks, tasks]).Metric("io", "throughput", "{op}/s", Better.Higher));

        Assert.Equal(expected, Assert.Single(run.Contrasts).Reading);
    }

    [Fact]
    public void Who_finds_no_difference_is_told_what_else_tells_the_two_apart()
    {
        var run = Conclude(Throughput([100, 100, 100], [101, 101, 101])
            .Metric("io", "throughput", "{op}/s", Better.Higher)
            .Figures("io", "two", "threads", "memory", 100, 100, 100)
            .Figures("io", "two", "tasks", "memory", 36, 36, 36)
            .Metric("io", "memory", "By", Better.Lower)
            .Figures("io", "two", "threads", "cpu-time", 1, 2, 1)
            .Figures("io", "two", "tasks", "cpu-time", 2, 1, 1)
            .Metric("io", "cpu-time", "s", Better.Lower)
            .Figures("io", "two", "threads", "context-switches", 10, 10, 10)
            .Figures("io", "two", "tasks", "context-switches", 40, 40, 40)
            .Metric("io", "context-switches", "{switch}", Better.Lower));

        Assert.Equal(
            "tasks and threads do not differ in throughput (101 op/s against 100 op/s): "
            + "choose by memory (×0.36), where tasks do better, or by context switches (×4), where threads do better.",
            run.Contrasts[0].Reading);
    }

    private static MadeUpRun Throughput(double[] threads, double[] tasks) => new MadeUpRun()
        .Figures("io", "two", "threads", "throughput", threads)
        .Figures("io", "two", "tasks", "throughput", tasks);

    private static Run Conclude(MadeUpRun run) => Conclude(run.Build());

    private static Run Conclude(Run run) => Judge.Create([new IoScenario()]).Conclude(run);
}
