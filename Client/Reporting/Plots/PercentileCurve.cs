using System.Globalization;
using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Plots;

/// <summary>A distribution as percentiles, on an axis that gives every further nine the same room.</summary>
internal static class PercentileCurve
{
    private static readonly double[] Drawn = [0.5, 0.75, 0.9, 0.95, 0.99, 0.995, 0.999, 0.9999];

    private static readonly double[] OnAxis = [0.5, 0.9, 0.99, 0.999, 0.9999];

    /// <summary>The percentiles that tables name.</summary>
    public static IReadOnlyList<double> Told { get; } = [0.5, 0.9, 0.99, 0.999];

    public static LineAxis Axis(Distribution longest) => new("percentile of operations", "1")
    {
        Named = [.. OnAxis.Where(fraction => fraction <= 0.9 || IsHeld(longest, fraction)).Select(fraction => (Place(fraction), Name(fraction)))],
    };

    public static IReadOnlyList<LinePoint> Points(Distribution distribution) =>
        [.. Drawn.Where(fraction => IsHeld(distribution, fraction)).Select(fraction => new LinePoint(Place(fraction), At(distribution, fraction)))];

    /// <summary>The trials' values together.</summary>
    public static Distribution Together(IReadOnlyList<Distribution> distributions)
    {
        var buckets = distributions.SelectMany(distribution => distribution.UpperBounds.Zip(distribution.Counts))
            .GroupBy(bucket => bucket.First, bucket => bucket.Second)
            .OrderBy(bucket => bucket.Key)
            .ToList();
        return new Distribution(distributions[0].Unit, [.. buckets.Select(bucket => bucket.Key)], [.. buckets.Select(bucket => bucket.Sum())]);
    }

    /// <summary>Whether at least one value lies beyond the percentile, so that it says something.</summary>
    public static bool IsHeld(Distribution distribution, double fraction) => distribution.Counts.Sum() * (1 - fraction) >= 1 - 1e-9;

    public static double At(Distribution distribution, double fraction)
    {
        var wanted = Math.Ceiling(distribution.Counts.Sum() * fraction - 1e-9);
        var seen = 0L;
        foreach (var (bound, count) in distribution.UpperBounds.Zip(distribution.Counts))
        {
            seen += count;
            if (seen >= wanted)
            {
                return bound;
            }
        }

        return double.NaN;
    }

    public static string Name(double fraction) => string.Create(CultureInfo.InvariantCulture, $"p{Math.Round(fraction * 100, 4):0.####}");

    private static double Place(double fraction) => -Math.Log10(1 - fraction);
}
