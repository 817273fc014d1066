using Interleave.Client.Records;
using static Interleave.Client.Tests.Judging.MadeUpRun;

namespace Interleave.Client.Tests.Judging;

/// <summary>The sentences that say what a contrast means.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData(Profile.Quick, "undecided here; `--profile standard` may decide it")]
    [InlineData(Profile.Standard, "undecided here; `--profile thorough` may decide it")]
    internal void What_is_undecided_says_what_may_decide_it(Profile profile, string needed)
    {
        var run = Throughput(Six(100), [90, 120, 130, 80, 70, 140]).Build();
        var contrast = Assert.Single(Conclude(run with { Plan = run.Plan with { Profile = profile } }).Contrasts);

        Assert.Equal((Verdict.Undecided, needed), (contrast.Verdict, contrast.Needed));
        Assert.EndsWith($": {needed}.", contrast.Reading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(310, "tasks show 3.10 times the throughput of threads (310 op/s against 100 op/s): prefer tasks where the work done in a second counts.")]
    [InlineData(120, "tasks show 20 % more throughput than threads (120 op/s against 100 op/s): prefer tasks where the work done in a second counts.")]
    [InlineData(80, "tasks show 20 % less throughput than threads (80 op/s against 100 op/s): prefer threads where the work done in a second counts.")]
    [InlineData(20, "tasks show 20 % of the throughput of threads (20 op/s against 100 op/s): prefer threads where the work done in a second counts.")]
    [InlineData(101, "tasks and threads do not differ in throughput (101 op/s against 100 op/s): choose by something else.")]
    public void A_sentence_says_what_the_figures_mean(double tasks, string expected)
    {
        var run = Conclude(Throughput(Six(100), Six(tasks)).Metric("io", "throughput", "{op}/s", Better.Higher));

        Assert.Equal(expected, Assert.Single(run.Contrasts).Reading);
    }

    [Fact]
    public void Who_finds_no_difference_is_told_what_else_tells_the_two_apart()
    {
        var run = Conclude(Throughput(Six(100), Six(101))
            .Metric("io", "throughput", "{op}/s", Better.Higher)
            .Figures("io", "two", "threads", "memory", Six(100))
            .Figures("io", "two", "tasks", "memory", Six(36))
            .Metric("io", "memory", "By", Better.Lower)
            .Figures("io", "two", "threads", "cpu-time", 1, 2, 1, 1, 1, 1)
            .Figures("io", "two", "tasks", "cpu-time", 2, 1, 1, 1, 1, 1)
            .Metric("io", "cpu-time", "s", Better.Lower)
            .Figures("io", "two", "threads", "context-switches", Six(10))
            .Figures("io", "two", "tasks", "context-switches", Six(40))
            .Metric("io", "context-switches", "{switch}", Better.Lower)
            .Figures("io", "two", "threads", "operations-per-byte", Six(1))
            .Figures("io", "two", "tasks", "operations-per-byte", Six(2.8))
            .Metric(new PlannedMetric("io", "operations-per-byte", "1", Better.Higher) { DerivedFrom = "memory" }));

        Assert.Equal(
            "tasks and threads do not differ in throughput (101 op/s against 100 op/s): "
            + "choose by memory (×0.36), where tasks do better, or by context switches (×4), where threads do better.",
            run.Contrasts[0].Reading);
    }
}
