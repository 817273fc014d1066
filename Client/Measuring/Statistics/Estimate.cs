using MathNet.Numerics.Statistics;

namespace Interleave.Client.Measuring.Statistics;

/// <summary>The median of a figure over rounds, and the interval in which the true one lies.</summary>
internal readonly record struct Estimate(double Median, double Low, double High)
{
    /// <param name="values">One a round, at least one; infinite where a ratio had nothing to divide by.</param>
    public static Estimate OfMedian(IReadOnlyCollection<double> values)
    {
        double[] sorted = [.. values.Order()];
        var rank = OrderStatistics.RankOfLow(sorted.Length);
        return new Estimate(SortedArrayStatistics.Median(sorted), sorted[rank - 1], sorted[^rank]);
    }

    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>Whether the whole interval lies within these bounds.</summary>
    public bool IsWithin(double low, double high) => low <= Low && High <= high;
}
