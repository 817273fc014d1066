namespace Interleave.Client.Measuring.Latencies;

/// <summary>How often each duration occurred, to three significant digits.</summary>
internal sealed class LatencyHistogram
{
    private readonly long[] _counts;

    private LatencyHistogram(long[] counts)
    {
        _counts = counts;
        Count = counts.Sum();
    }

    public long Count { get; }

    /// <summary>In seconds; not a number when nothing was recorded.</summary>
    public double Max => Percentile(1);

    /// <summary>The buckets that hold anything, shortest durations first.</summary>
    public IEnumerable<LatencyBucket> Occupied
    {
        get
        {
            for (var index = 0; index < _counts.Length; index++)
            {
                if (_counts[index] > 0)
                {
                    yield return new LatencyBucket(HistogramLayout.LowestOf(index), HistogramLayout.HighestOf(index), _counts[index]);
                }
            }
        }
    }

    public static LatencyHistogram Of(IEnumerable<long[]> stripes)
    {
        var counts = new long[HistogramLayout.Buckets];
        foreach (var stripe in stripes)
        {
            for (var index = 0; index < counts.Length; index++)
            {
                counts[index] += Volatile.Read(ref stripe[index]);
            }
        }

        return new LatencyHistogram(counts);
    }

    public LatencyHistogram Merge(LatencyHistogram other) => Of([_counts, other._counts]);

    /// <summary>The least duration, in seconds, that this fraction of all values does not exceed; not a number when nothing was recorded.</summary>
    public double Percentile(double fraction)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fraction);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fraction, 1);
        var wanted = Math.Max(1, (long)Math.Ceiling(fraction * Count));
        var seen = 0L;
        foreach (var bucket in Occupied)
        {
            seen += bucket.Count;
            if (seen >= wanted)
            {
                return bucket.Highest / 1e9;
            }
        }

        return double.NaN;
    }
}
