namespace Interleave.Client.Measuring.Machine;

/// <summary>What was seen of processes from outside during one trial; null is what this platform could not tell.</summary>
/// <param name="PeakMemoryAdded">The peak of resident bytes, less those at the birth of the processes.</param>
/// <param name="ProportionalMemoryAdded">The peak of proportional set size, less that at birth: a page that n processes share counts as 1/n in each.</param>
/// <param name="PeakThreadsAdded">The most operating-system threads seen at once, less those at birth.</param>
/// <param name="BusyThreads">Threads that were seen to gain processor time worth mentioning.</param>
/// <param name="IoServerCpuTime">What the I/O server used meanwhile; it is no part of the worker.</param>
internal sealed record Sighting(
    long? PeakMemoryAdded, long? ProportionalMemoryAdded, int? PeakThreadsAdded, int? BusyThreads, TimeSpan? IoServerCpuTime)
{
    public static Sighting None { get; } = new(null, null, null, null, null);
}
