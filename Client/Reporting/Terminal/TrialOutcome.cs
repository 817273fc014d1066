using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>A trial in a few words.</summary>
internal static class TrialOutcome
{
    public static string Of(Trial trial) =>
        trial.Error is { } error ? $"FAILED: {error}"
        : trial.Metrics.TryGetValue(CommonMetrics.Time.Name, out var time) ? Quantity.Format(time, "s")
        : "done";
}
