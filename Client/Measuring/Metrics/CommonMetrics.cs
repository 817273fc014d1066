using Interleave.Client.Measuring.Machine;
using Interleave.Client.Records;

namespace Interleave.Client.Measuring.Metrics;

/// <summary>What every trial measures beside the scenario's own figures.</summary>
internal static class CommonMetrics
{
    public static Metric Time { get; } = new("time", "s", Better.Lower, "elapsed time")
    {
        Wording = new("time to finish", "the whole job must be done soon"),
        Resolution = 0.001,
    };

    public static Metric CpuTime { get; } = new("cpu-time", "s", Better.Lower, "processor time of the client and of what carried the units")
    {
        Wording = new("processor time", "processors are paid for or shared with others"),
        Resolution = 0.001,
    };

    public static Metric MachineShare { get; } = new("machine-share", Quantity.Share, Better.Neither, "share of all cores that the client and what carried the units kept busy");

    public static Metric Memory { get; } = new("memory", "By", Better.Lower, "peak resident memory added")
    {
        Wording = new("memory", "memory is short"),
        Resolution = 256 * 1024, // Resident pages are counted in batches, a batch for each thread.
    };

    public static Metric Threads { get; } = new("threads", "{thread}", Better.Lower, "peak of operating-system threads added")
    {
        Wording = new("operating-system threads", "threads are limited, as they are in a container"),
        Resolution = 1,
    };

    public static Metric ContextSwitches { get; } = new("context-switches", "{switch}", Better.Lower, "context switches, voluntary and involuntary")
    {
        Wording = new("context switches", "the operating system should be left in peace"),
        Resolution = 50,
    };

    public static IReadOnlyList<Metric> All { get; } = [Time, CpuTime, MachineShare, Memory, Threads, ContextSwitches];

    /// <summary>Holds only what could be measured.</summary>
    public static IEnumerable<Measurement> Of(TimeSpan elapsed, ProcessUsage usage)
    {
        yield return Time.Of(elapsed.TotalSeconds);
        if (usage.CpuTime is { } cpu)
        {
            yield return CpuTime.Of(cpu.TotalSeconds);
            yield return MachineShare.Of(cpu / elapsed / Environment.ProcessorCount);
        }

        if (usage.PeakMemoryAdded is { } memory)
        {
            yield return Memory.Of(memory);
        }

        if (usage.PeakThreadsAdded is { } threads)
        {
            yield return Threads.Of(threads);
        }

        if (usage.ContextSwitches is { } switches)
        {
            yield return ContextSwitches.Of(switches);
        }
    }
}
