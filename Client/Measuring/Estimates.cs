using MathNet.Numerics.Statistics;

namespace Interleave.Client.Measuring;

/// <summary>Turns one value a round into a median with its interval.</summary>
/// <remarks>
/// The interval is the percentile bootstrap's at 95 % (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13).
/// With fewer than six values even their whole range holds the true median less often than that (2 in 2^n samples lie on one side of
/// it altogether), so the range is what is told.
/// </remarks>
internal static class Estimates
{
    public const int FewestForBootstrap = 6;

    /// <param name="seed">Of the resampling: the same values and seed give the same interval.</param>
    /// <returns>Null when there is no value at all.</returns>
    public static Estimate? OfMedian(IReadOnlyList<double> values, int seed)
    {
        if (values.Count == 0)
        {
            return null;
        }

        var (low, high) = values.Count < FewestForBootstrap
            ? (values.Min(), values.Max())
            : Bootstrap.Interval(values, ArrayStatistics.MedianInplace, 0.95, seed);
        return new Estimate(values.Median(), low, high, values.Count);
    }

    /// <summary>How many times the baseline's value a model's value is, taken in each round that has both.</summary>
    /// <remarks>What disturbed a round disturbed both, and falls out of its ratio. A baseline of zero has no ratio.</remarks>
    public static Estimate? OfRatio(IReadOnlyDictionary<int, double> byRound, IReadOnlyDictionary<int, double> baselineByRound, int seed) =>
        OfMedian(
            [
                .. byRound
                    .Where(round => baselineByRound.TryGetValue(round.Key, out var baseline) && baseline != 0)
                    .OrderBy(round => round.Key)
                    .Select(round => round.Value / baselineByRound[round.Key]),
            ],
            seed);
}
