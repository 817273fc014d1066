using Interleave.Client.Measuring.Machine;
using Interleave.Client.Records;

namespace Interleave.Client.Measuring.Metrics;

/// <summary>What every trial measures beside the scenario's own figures: the costs of its worker, the worker's silos and its children.</summary>
internal static class CommonMetrics
{
    public static Metric Time { get; } = new("time", "s", Better.Lower, "elapsed time")
    {
        Wording = new("time to finish", "the whole job must be done soon"),
        Resolution = 0.001,
        LaunchSpread = 0.05,
    };

    public static Metric CpuTime { get; } = new("cpu-time", "s", Better.Lower, "processor time of the worker, its silos and its children")
    {
        Wording = new("processor time", "processors are paid for or shared with others"),
        Resolution = 0.001,
        LaunchSpread = 0.1,
    };

    public static Metric MachineShare { get; } = new("machine-share", Quantity.Share, Better.Neither, "share of all cores that these processes kept busy");

    public static Metric Memory { get; } = new("memory", "By", Better.Lower, "peak resident memory above that at the birth of the processes")
    {
        Wording = new("memory", "memory is short"),
        Resolution = 256 * 1024, // Resident pages are counted in batches, a batch for each thread.
        LaunchSpread = 0.5, // A process keeps what it once touched, and how much that is differs from one to the next.
    };

    public static Metric ProportionalMemory { get; } = new(
        "proportional-memory", "By", Better.Neither,
        "peak of the proportional set size above that at birth, where there are several processes: a page that n of them share counts as 1/n in each");

    public static Metric Heap { get; } = new("heap", "By", Better.Neither, "managed heap at the end, garbage included, above that at birth");

    public static Metric Threads { get; } = new(
        "threads", "{thread}", Better.Lower, "peak of operating-system threads above those at the birth of the processes")
    {
        Wording = new("operating-system threads", "threads are limited, as they are in a container"),
        Resolution = 4, // The pool keeps some more or fewer, in each process as it happens.
        LaunchSpread = 0.8,
    };

    public static Metric BusyThreads { get; } = new(
        "busy-threads", "{thread}", Better.Neither, "operating-system threads that were seen to work, for 0.2 ms of processor time at least");

    public static Metric ContextSwitches { get; } = new("context-switches", "{switch}", Better.Lower, "context switches, voluntary and involuntary")
    {
        Wording = new("context switches", "the operating system should have little to do"),
        Resolution = 50,
        LaunchSpread = 0.3,
    };

    public static Metric VoluntarySwitches { get; } = new("voluntary-switches", "{switch}", Better.Neither, "context switches of threads that had to wait");

    public static Metric InvoluntarySwitches { get; } = new(
        "involuntary-switches", "{switch}", Better.Neither, "context switches of threads that had to make room for others");

    public static Metric Compiling { get; } = new(
        "compiling", "s", Better.Neither, "time in which the runtime compiled code; the warm-up goes on until little of it is left");

    public static Metric GcPause { get; } = new("gc-pause", "s", Better.Neither, "time in which garbage collections held all threads of a process");

    public static Metric IoServerCpuTime { get; } = new(
        "io-server-cpu-time", "s", Better.Neither, "processor time of the I/O server, which shares the machine and is no part of the model's cost");

    public static Metric FullestSilo { get; } = new(
        "fullest-silo", Quantity.Share, Better.Neither, "share of all activations that the silo with the most of them holds, where there are several silos");

    public static IReadOnlyList<Metric> All { get; } =
    [
        Time, CpuTime, MachineShare, Memory, ProportionalMemory, Heap, Threads, BusyThreads, ContextSwitches, VoluntarySwitches, InvoluntarySwitches, Compiling,
        GcPause,
        IoServerCpuTime, FullestSilo,
    ];

    /// <summary>Holds only what could be measured.</summary>
    public static IEnumerable<Measurement> Of(TimeSpan elapsed, ProcessUsage usage) =>
        new Measurement?[]
        {
            Time.Of(elapsed.TotalSeconds),
            CpuTime.OfKnown(usage.CpuTime),
            MachineShare.OfKnown(usage.IsOfThisMachine ? usage.CpuTime / elapsed / Environment.ProcessorCount : null),
            Memory.OfKnown(usage.PeakMemoryAdded),
            ProportionalMemory.OfKnown(usage.Seen.ProportionalMemoryAdded),
            Heap.OfKnown(usage.HeapAdded),
            Threads.OfKnown(usage.PeakThreadsAdded),
            BusyThreads.OfKnown(usage.Seen.BusyThreads),
            ContextSwitches.OfKnown(usage.ContextSwitches),
            VoluntarySwitches.OfKnown(usage.Counted.VoluntarySwitches),
            InvoluntarySwitches.OfKnown(usage.Counted.InvoluntarySwitches),
            Compiling.OfKnown(usage.Counted.Compiling),
            GcPause.OfKnown(usage.Counted.GcPause),
            IoServerCpuTime.OfKnown(usage.Seen.IoServerCpuTime),
            FullestSilo.OfKnown(usage.FullestSilo),
        }.OfType<Measurement>();
}
