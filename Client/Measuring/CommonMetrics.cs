using Interleave.Client.Recording;

namespace Interleave.Client.Measuring;

/// <summary>What every trial measures beside the scenario's own figures.</summary>
internal static class CommonMetrics
{
    public static Metric Time { get; } = new("time", "s", Better.Lower, "elapsed time");

    public static Metric CpuTime { get; } = new("cpu-time", "s", Better.Lower, "processor time of the client and of what carried the units");

    public static Metric Memory { get; } = new("memory", "By", Better.Lower, "peak resident memory added");

    public static Metric Threads { get; } = new("threads", "{thread}", Better.Lower, "peak of operating-system threads added");

    public static Metric ContextSwitches { get; } = new("context-switches", "{switch}", Better.Lower, "context switches, voluntary and involuntary");

    public static IReadOnlyList<Metric> All { get; } = [Time, CpuTime, Memory, Threads, ContextSwitches];
}
