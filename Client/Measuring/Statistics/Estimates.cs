using MathNet.Numerics.Statistics;

namespace Interleave.Client.Measuring.Statistics;

/// <summary>Turns one value a round into a median with its interval.</summary>
/// <remarks>
/// The interval is the percentile bootstrap's at 95 % (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13).
/// With fewer than six values even their whole range holds the true median less often than that (2 in 2^n samples lie on one side of
/// it altogether), so the range is what is told.
/// </remarks>
internal static class Estimates
{
    public const int FewestForBootstrap = 6;

    /// <param name="values">One a round, at least one.</param>
    /// <param name="seed">Of the resampling: the same values and seed give the same interval.</param>
    public static Estimate OfMedian(IReadOnlyCollection<double> values, int seed)
    {
        double[] sample = [.. values];
        var (low, high) = sample.Length < FewestForBootstrap
            ? (sample.Min(), sample.Max())
            : Bootstrap.Interval(sample, ArrayStatistics.MedianInplace, 0.95, seed);
        return new Estimate(sample.Median(), low, high);
    }
}
