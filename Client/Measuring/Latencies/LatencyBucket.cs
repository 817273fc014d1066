namespace Interleave.Client.Measuring.Latencies;

/// <summary>How many values lay between two durations, both included, in nanoseconds.</summary>
internal readonly record struct LatencyBucket(long Lowest, long Highest, long Count);
