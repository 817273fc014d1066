using Interleave.Client.Records;
using static Interleave.Client.Tests.Judging.MadeUpRun;

namespace Interleave.Client.Tests.Judging;

/// <summary>Events that are too rare for a figure a round: they are summed over all rounds.</summary>
public sealed class RareEventTests
{
    [Fact]
    public void Rare_events_are_summed_over_all_rounds_and_have_a_bound_where_none_was_seen()
    {
        var run = Conclude(Lost(threads: [0, 3, 0, 1, 0, 2], grains: Six(0)));

        var (threads, grains) = (run.Results.Single(LostOn("threads")), run.Results.Single(LostOn("grains")));
        Assert.Equal((6, 6000, 0.001, "{update}/{step}"), (threads.Events, threads.Occasions, threads.Median, threads.Unit));
        Assert.Equal((0, 6000, 0, 0), (grains.Events, grains.Occasions, grains.Median, grains.Low));
        Assert.Equal(3.689 / 6000, grains.High, 1e-6);
        Assert.Equal(("1,000 in a million", "none in 6,000 steps"), (Quantity.Format(threads), Quantity.Format(grains)));

        static Func<Result, bool> LostOn(string model) => result => (result.Model, result.Metric) == (model, "lost");
    }

    [Theory]
    [InlineData(new[] { 0.0, 0, 0, 0, 0, 0 }, new[] { 0.0, 0, 0, 0, 0, 0 }, Verdict.Undecided)] // None seen on either side is not none.
    [InlineData(new[] { 5.0, 4, 6, 5, 4, 6 }, new[] { 0.0, 0, 0, 0, 0, 0 }, Verdict.Better)]
    [InlineData(new[] { 1.0, 0, 0, 0, 1, 0 }, new[] { 0.0, 0, 0, 0, 0, 0 }, Verdict.Undecided)] // Two against none may be chance.
    [InlineData(new[] { 1.0, 2, 1, 0, 1, 2 }, new[] { 9.0, 9, 8, 9, 9, 8 }, Verdict.Worse)]
    [InlineData(new[] { 0.0, 0, 0, 0, 0, 30 }, new[] { 5.0, 5, 5, 5, 5, 5 }, Verdict.Undecided)] // All in one burst says little of the rate.
    internal void Rates_of_rare_events_are_compared_over_all_rounds_together(double[] threads, double[] grains, Verdict expected)
    {
        var contrast = Conclude(Lost(threads, grains)).Contrasts.Single(contrast => contrast.Metric == "lost");

        Assert.Equal(expected, contrast.Verdict);
        Assert.Equal(threads.Sum() == 0, contrast.Ratio is null);
        Assert.Equal(grains.Sum() / Math.Max(1, threads.Sum()), contrast.Ratio ?? grains.Sum(), 1e-9);
    }

    [Fact]
    public void Rates_of_launches_that_contradict_each_other_decide_nothing()
    {
        var run = Lost([9, 9, 9, 9, 9, 9, 1, 1], [1, 1, 1, 1, 1, 1, 4, 4]);
        Assert.Equal(Verdict.Better, Conclude(run).Contrasts.Single(contrast => contrast.Metric == "lost").Verdict);

        foreach (var model in (string[])["threads", "grains"])
        {
            run.Change("race", "bare", model, 7, trial => trial with { Launch = 2 }).Change("race", "bare", model, 8, trial => trial with { Launch = 2 });
        }

        Assert.Equal(Verdict.Undecided, Conclude(run).Contrasts.Single(contrast => contrast.Metric == "lost").Verdict);
    }

    private static MadeUpRun Lost(double[] threads, double[] grains) => new MadeUpRun()
        .Figures("race", "bare", "threads", "lost", threads)
        .Figures("race", "bare", "grains", "lost", grains)
        .Figures("race", "bare", "threads", "steps", [.. threads.Select(_ => 1000.0)])
        .Figures("race", "bare", "grains", "steps", [.. grains.Select(_ => 1000.0)])
        .Metric("race", "steps", "{step}", Better.Neither)
        .Metric(new PlannedMetric("race", "lost", "{update}", Better.Lower) { Exposure = "steps" });
}
