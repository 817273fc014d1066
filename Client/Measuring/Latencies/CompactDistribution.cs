using Interleave.Client.Records;

namespace Interleave.Client.Measuring.Latencies;

/// <summary>Makes of a histogram what <c>run.json</c> keeps of it: a sixteenth of the buckets, the empty ones left out.</summary>
internal static class CompactDistribution
{
    private const int Joined = 16;

    public static Distribution Of(LatencyHistogram histogram)
    {
        var buckets = histogram.Occupied
            .GroupBy(bucket => HistogramLayout.IndexOf(bucket.Lowest) / Joined)
            .Select(group => (Highest: HistogramLayout.HighestOf((group.Key * Joined) + Joined - 1), Count: group.Sum(bucket => bucket.Count)))
            .ToArray();
        return new Distribution("s", [.. buckets.Select(bucket => RoundedUp(bucket.Highest))], [.. buckets.Select(bucket => bucket.Count)]);
    }

    // Four digits tell these buckets apart, and keep the file small.
    private static double RoundedUp(long nanoseconds)
    {
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(1, nanoseconds))) - 3));
        return (double)(new decimal(Math.Ceiling(nanoseconds / unit)) * new decimal(unit) / 1_000_000_000m);
    }
}
