using Interleave.Client.Measuring.Loads;
using Interleave.Client.Records;

namespace Interleave.Client.Measuring.Metrics;

/// <summary>The figures of a load: throughput of a closed one; of an open one latencies, and how well it was generated.</summary>
internal static class LoadMetrics
{
    public static Metric Throughput { get; } = new("throughput", "{op}/s", Better.Higher, "operations completed a second")
    {
        Wording = new("throughput", "the work done in a second counts"),
        DerivedFrom = CommonMetrics.Time,
    };

    public static Metric Lateness { get; } = new(
        "generator-lateness-p99", "s", Better.Neither, "99 % of the operations were due at most this late, as the generator did not get a processor sooner");

    public static Metric Dropped { get; } = new(
        "dropped", "{op}", Better.Lower, "operations that were due and that no unit started; latencies count them as lasting at least to the end of the load")
    {
        Wording = new("dropped operations", "no request may be turned away"),
        Resolution = 10,
        LaunchSpread = 0.2,
    };

    public static IReadOnlyList<Metric> All { get; } = [Throughput, .. LatencyMetrics.Default.All, Lateness, Dropped];

    public static IEnumerable<Measurement> Of(MeasuredTrial trial, Load load) => load switch
    {
        ClosedLoad closed => [Throughput.Of(trial.Recorder.Operations.Counts.Completed * closed.StepsAnOperation / trial.Elapsed.TotalSeconds)],
        _ when trial.Recorder.Operations.Generator.Report is { } report =>
            [.. LatencyMetrics.Default.Of(trial.Recorder), Lateness.Of(report.LatenessP99), Dropped.Of(report.Dropped)],
        _ => [],
    };
}
