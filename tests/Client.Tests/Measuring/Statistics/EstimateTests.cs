using Interleave.Client.Measuring.Statistics;

namespace Interleave.Client.Tests.Measuring.Statistics;

public sealed class EstimateTests
{
    // Conover, Practical Nonparametric Statistics (1999), table A3: the ranks whose values hold the median with at least 95 % confidence.
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(2, 1, 0.5)]
    [InlineData(5, 1, 0.9375)]
    [InlineData(6, 1, 0.96875)]
    [InlineData(8, 1, 0.9921875)]
    [InlineData(9, 2, 0.9609375)]
    [InlineData(10, 2, 0.978515625)]
    [InlineData(20, 6, 0.958610535)]
    [InlineData(120, 49, 0.964676317)]
    public void The_bounds_are_the_tightest_ranks_that_hold_the_median_in_95_of_100_samples(int count, int rank, double coverage)
    {
        Assert.Equal(rank, OrderStatistics.RankOfLow(count));
        Assert.Equal(coverage, OrderStatistics.Coverage(count, rank), 1e-6);
        Assert.True(OrderStatistics.Coverage(count, rank + 1) < OrderStatistics.Confidence);
    }

    [Fact]
    public void Six_values_are_the_fewest_whose_range_reaches_the_confidence()
    {
        Assert.True(OrderStatistics.Coverage(OrderStatistics.FewestForConfidence, 1) >= OrderStatistics.Confidence);
        Assert.True(OrderStatistics.Coverage(OrderStatistics.FewestForConfidence - 1, 1) < OrderStatistics.Confidence);
    }

    [Theory]
    [InlineData(new[] { 7.0 }, 7, 7, 7)]
    [InlineData(new[] { 2.0, 10, 1 }, 2, 1, 10)]
    [InlineData(new[] { 6.0, 1, 5, 2, 4, 30 }, 4.5, 1, 30)]
    [InlineData(new[] { 10.0, 9, 8, 7, 6, 5, 4, 3, 2, 100 }, 6.5, 3, 10)]
    public void An_estimate_is_the_median_between_two_of_the_values(double[] values, double median, double low, double high) =>
        Assert.Equal(new Estimate(median, low, high), Estimate.OfMedian(values));

    [Fact]
    public void A_ratio_without_anything_to_divide_by_is_larger_than_every_other()
    {
        Assert.Equal(new Estimate(2, 1, double.PositiveInfinity), Estimate.OfMedian([1, 2, double.PositiveInfinity]));
        Assert.Equal(9, Estimate.OfMedian([1, 2, 3, 4, 5, 6, 7, 8, 9, double.PositiveInfinity]).High);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    [InlineData(20)]
    public void The_interval_holds_the_true_median_as_often_as_it_says(int rounds)
    {
        const int Samples = 4_000;
        var random = new Random(17);
        var held = Enumerable.Range(0, Samples).Count(_ =>
            Estimate.OfMedian([.. Enumerable.Range(0, rounds).Select(_ => -Math.Log(1 - random.NextDouble()))]).Contains(Math.Log(2)));

        var expected = OrderStatistics.Coverage(rounds, OrderStatistics.RankOfLow(rounds));
        Assert.Equal(expected, (double)held / Samples, 4 * Math.Sqrt(expected * (1 - expected) / Samples));
    }

    [Theory]
    [InlineData(1, 2, true)]
    [InlineData(1.5, 2, false)]
    [InlineData(1, 1.5, false)]
    public void An_interval_lies_within_bounds_with_both_of_its_ends(double low, double high, bool within) =>
        Assert.Equal(within, new Estimate(1.5, 1, 2).IsWithin(low, high));
}
