using Interleave.Client.Measuring.Statistics;

namespace Interleave.Client.Judging;

/// <summary>Sums up a figure over its rounds.</summary>
internal static class Summary
{
    /// <summary>Of the resampling; always the same, so that the same rounds give the same interval.</summary>
    private const int Seed = 1;

    /// <param name="values">At least one.</param>
    public static Interval Of(IReadOnlyList<double> values) => Estimates.OfMedian(values, Seed) is { } estimate
        ? new Interval(estimate.Median, estimate.Low, estimate.High)
        : throw new ArgumentException("A figure needs a round.", nameof(values));
}
