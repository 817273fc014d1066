using Interleave.Client.Measuring.Latencies;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Records;

namespace Interleave.Client.Measuring.Metrics;

/// <summary>The latency figures of every scenario that records operations.</summary>
internal static class LatencyMetrics
{
    /// <summary>The names under which <see cref="Trial.Distributions"/> keeps latencies; the second one only of open loads.</summary>
    public const string Corrected = "latency";
    public const string Uncorrected = "latency-uncorrected";

    // Of fewer operations, such a percentile is the longest one by another name.
    private const int EnoughForP90 = 10;
    private const int EnoughForP99 = 100;

    private const string FromIntendedStart = "from the intended start to the end";
    private const string FromRealStart = "from the real start to the end; what it lacks of the corrected one is the coordinated omission";

    public static Metric P50 { get; } = new("latency-p50", "s", Better.Lower, $"half of the operations took at most this long, {FromIntendedStart}")
    {
        Wording = new("median latency", "the usual answer must come soon"),
    };

    public static Metric P90 { get; } = new("latency-p90", "s", Better.Lower, $"90 % of the operations took at most this long, {FromIntendedStart}")
    {
        Wording = new("latency at the 90th percentile", "all but a few answers must come soon"),
    };

    public static Metric P99 { get; } = new("latency-p99", "s", Better.Lower, $"99 % of the operations took at most this long, {FromIntendedStart}")
    {
        Wording = new("latency at the 99th percentile", "even slow answers must come soon"),
    };

    public static Metric Max { get; } = new("latency-max", "s", Better.Lower, $"the longest operation, {FromIntendedStart}")
    {
        Wording = new("longest latency", "no answer may be slow"),
    };

    public static Metric UncorrectedP50 { get; } = new("latency-uncorrected-p50", "s", Better.Neither, $"half of the operations took at most this long, {FromRealStart}");

    public static Metric UncorrectedP99 { get; } = new("latency-uncorrected-p99", "s", Better.Neither, $"99 % of the operations took at most this long, {FromRealStart}");

    public static IReadOnlyList<Metric> All { get; } = [P50, P90, P99, Max, UncorrectedP50, UncorrectedP99];

    /// <summary>Nothing when no operation completed; in a closed load there is only one latency, for the intended start is the real one.</summary>
    public static IEnumerable<Measurement> Of(Recorder recorder)
    {
        if (recorder.Latency is not { Count: > 0 } corrected)
        {
            yield break;
        }

        yield return P50.Of(corrected.Percentile(0.5));
        if (corrected.Count >= EnoughForP90)
        {
            yield return P90.Of(corrected.Percentile(0.9));
        }

        if (corrected.Count >= EnoughForP99)
        {
            yield return P99.Of(corrected.Percentile(0.99));
        }

        yield return Max.Of(corrected.Max);
        if (recorder.Generator.Report is not null)
        {
            var uncorrected = recorder.UncorrectedLatency;
            yield return UncorrectedP50.Of(uncorrected.Percentile(0.5));
            if (uncorrected.Count >= EnoughForP99)
            {
                yield return UncorrectedP99.Of(uncorrected.Percentile(0.99));
            }
        }
    }

    /// <summary>What a trial keeps for percentile curves; null when no operation completed.</summary>
    /// <remarks>In a closed load there is only one latency: the intended start is the real one.</remarks>
    public static IReadOnlyDictionary<string, Distribution>? Distributions(Recorder recorder)
    {
        var corrected = recorder.Latency;
        if (corrected.Count == 0)
        {
            return null;
        }

        var distributions = new Dictionary<string, Distribution> { [Corrected] = CompactDistribution.Of(corrected) };
        if (recorder.Generator.Report is not null)
        {
            distributions[Uncorrected] = CompactDistribution.Of(recorder.UncorrectedLatency);
        }

        return distributions;
    }
}
