namespace Interleave.Silo.Usage;

/// <summary>What processes have used since they began; null is what is not known of them.</summary>
/// <param name="CpuTime">Of all threads, those that have ended included.</param>
/// <param name="Compiling">Time that the just-in-time compiler took, on whatever thread.</param>
/// <param name="GcPause">Time in which a garbage collection held all threads of the process.</param>
/// <param name="HeapBytes">What lies on the managed heap now, garbage included.</param>
internal sealed record ProcessCounters(
    TimeSpan? CpuTime, long? VoluntarySwitches, long? InvoluntarySwitches, TimeSpan? Compiling, TimeSpan? GcPause, long? HeapBytes)
{
    public static ProcessCounters None { get; } = new(TimeSpan.Zero, 0, 0, TimeSpan.Zero, TimeSpan.Zero, 0);

    public static ProcessCounters Unknown { get; } = new(null, null, null, null, null, null);

    /// <summary>A sum of which one part is not known is not known.</summary>
    public static ProcessCounters operator +(ProcessCounters one, ProcessCounters other) => new(
        one.CpuTime + other.CpuTime,
        one.VoluntarySwitches + other.VoluntarySwitches,
        one.InvoluntarySwitches + other.InvoluntarySwitches,
        one.Compiling + other.Compiling,
        one.GcPause + other.GcPause,
        one.HeapBytes + other.HeapBytes);

    public static ProcessCounters operator -(ProcessCounters later, ProcessCounters earlier) => new(
        later.CpuTime - earlier.CpuTime,
        later.VoluntarySwitches - earlier.VoluntarySwitches,
        later.InvoluntarySwitches - earlier.InvoluntarySwitches,
        later.Compiling - earlier.Compiling,
        later.GcPause - earlier.GcPause,
        later.HeapBytes - earlier.HeapBytes);
}
