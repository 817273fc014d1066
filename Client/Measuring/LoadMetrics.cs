using Interleave.Client.Recording;

namespace Interleave.Client.Measuring;

/// <summary>What an open load says of its own generator; a closed one says nothing.</summary>
internal static class LoadMetrics
{
    public static Metric Lateness { get; } = new("generator-lateness-p99", "s", Better.Neither, "99 % of the operations fell due at most this late, for want of processor time of the generator");

    public static Metric Dropped { get; } = new("dropped", "{op}", Better.Lower, "operations that were due and that no unit started")
    {
        Wording = new("dropped operations", "no request may be turned away"),
    };

    public static IReadOnlyList<Metric> All { get; } = [Lateness, Dropped];

    public static IEnumerable<Measurement> Of(GeneratorReport? report) =>
        report is null ? [] : [Lateness.Of(report.LatenessP99), Dropped.Of(report.Dropped)];
}
