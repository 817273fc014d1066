using Interleave.Client.Measuring;

namespace Interleave.Client.Judging;

/// <summary>Sums up a figure over its rounds.</summary>
internal static class Summary
{
    // Fixed, so that the same figures are always judged alike.
    private const int Seed = 1;

    public static Interval Of(IReadOnlyCollection<double> values)
    {
        var estimate = Estimates.OfMedian(values, Seed);
        return new Interval(estimate.Median, estimate.Low, estimate.High);
    }
}
