namespace Interleave.Client.Measuring.Metrics;

/// <summary>One value of a metric.</summary>
internal sealed record Measurement(Metric Metric, double Value);
