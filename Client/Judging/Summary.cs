using MathNet.Numerics.Statistics;

namespace Interleave.Client.Judging;

/// <summary>Sums up a figure over its rounds.</summary>
internal static class Summary
{
    public static Interval Of(IReadOnlyCollection<double> values) => new(values.Median(), values.Min(), values.Max());
}
