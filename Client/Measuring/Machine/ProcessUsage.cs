namespace Interleave.Client.Measuring.Machine;

/// <summary>What processes used between two moments; null is what this platform could not tell.</summary>
/// <param name="PeakMemoryAdded">The peak of resident bytes, less those at the start.</param>
/// <param name="PeakThreadsAdded">The most operating-system threads seen, less those at the start.</param>
internal sealed record ProcessUsage(TimeSpan? CpuTime, long? PeakMemoryAdded, int? PeakThreadsAdded, long? ContextSwitches)
{
    /// <summary>A sum in which one part is not known is not known.</summary>
    public static ProcessUsage operator +(ProcessUsage one, ProcessUsage other) => new(
        one.CpuTime + other.CpuTime,
        one.PeakMemoryAdded + other.PeakMemoryAdded,
        one.PeakThreadsAdded + other.PeakThreadsAdded,
        one.ContextSwitches + other.ContextSwitches);
}
