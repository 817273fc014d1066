using Interleave.Client.Measuring.Statistics;
using MathNet.Numerics.Statistics;

namespace Interleave.Client.Tests.Measuring.Statistics;

public sealed class EstimatesTests
{
    // The mouse data of Efron and Tibshirani, An Introduction to the Bootstrap (1993), table 2.1: days of survival.
    private static readonly double[] Treated = [94, 197, 16, 38, 99, 141, 23];
    private static readonly double[] Control = [52, 104, 146, 10, 51, 30, 40, 27, 46];

    [Fact]
    public void The_bootstrap_error_of_the_mouse_data_is_the_published_one()
    {
        // The book's table 2.2 gives 37.83 for the median and 23.36 for the mean of the treated mice, both for infinitely many resamples.
        Assert.Equal(37.83, Bootstrap.Replicates(Treated, ArrayStatistics.MedianInplace, 40_000, 1).StandardDeviation(), 0.5);
        Assert.Equal(23.36, Bootstrap.Replicates(Treated, ArrayStatistics.Mean, 40_000, 1).StandardDeviation(), 0.5);
    }

    [Fact]
    public void The_interval_of_the_median_is_that_of_its_exact_bootstrap_distribution()
    {
        // For an odd count the resampled median is at most the k-th value when more than half of n draws, each at most it with
        // probability k/n, are: a binomial tail.
        var estimate = Estimates.OfMedian(Control, 5);
        var sorted = Control.Order().ToArray();

        Assert.Equal(46, estimate.Median);
        Assert.Equal(ExactQuantile(sorted, 0.025), estimate.Low);
        Assert.Equal(ExactQuantile(sorted, 0.975), estimate.High);
    }

    [Fact]
    public void With_few_rounds_the_interval_is_the_range() =>
        Assert.Equal(new Estimate(2, 1, 10), Estimates.OfMedian([2, 10, 1], 1));

    [Fact]
    public void The_same_values_and_seed_give_the_same_interval()
    {
        var values = Enumerable.Range(0, 30).Select(value => Math.Sin(value)).ToArray();
        Assert.Equal(Estimates.OfMedian(values, 3), Estimates.OfMedian(values, 3));
    }

    [Fact]
    public void The_interval_holds_the_true_median_about_as_often_as_it_says()
    {
        var random = new Random(17);
        var held = Enumerable.Range(0, 300).Count(trial =>
        {
            var values = Enumerable.Range(0, 15).Select(_ => -Math.Log(1 - random.NextDouble())).ToArray();
            var estimate = Estimates.OfMedian(values, trial);
            return estimate.Low <= Math.Log(2) && Math.Log(2) <= estimate.High;
        });

        Assert.InRange(held / 300.0, 0.9, 0.99);
    }

    private static double ExactQuantile(double[] sorted, double quantile)
    {
        var majority = (sorted.Length / 2) + 1;
        for (var k = 1; k <= sorted.Length; k++)
        {
            var atMost = 1 - MathNet.Numerics.Distributions.Binomial.CDF((double)k / sorted.Length, sorted.Length, majority - 1);
            if (atMost >= quantile)
            {
                return sorted[k - 1];
            }
        }

        return sorted[^1];
    }
}
