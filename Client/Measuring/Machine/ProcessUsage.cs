using Interleave.Silo.Usage;

namespace Interleave.Client.Measuring.Machine;

/// <summary>What the processes of a worker used during one trial; null is what could not be told of one of them.</summary>
/// <param name="Counted">What they counted themselves, between the two ends of the trial.</param>
/// <param name="Seen">What was seen of them from outside meanwhile.</param>
internal sealed record ProcessUsage(ProcessCounters Counted, Sighting Seen)
{
    public TimeSpan? CpuTime => Counted.CpuTime;

    public long? ContextSwitches => Counted.VoluntarySwitches + Counted.InvoluntarySwitches;

    /// <inheritdoc cref="Sighting.PeakMemoryAdded"/>
    public long? PeakMemoryAdded => Seen.PeakMemoryAdded;

    /// <inheritdoc cref="Sighting.PeakThreadsAdded"/>
    public int? PeakThreadsAdded => Seen.PeakThreadsAdded;

    /// <summary>Bytes on the managed heaps at the end of the trial, less those at the birth of the processes.</summary>
    public long? HeapAdded { get; init; }

    /// <summary>Whether all of it was used on this machine, as far as is known.</summary>
    public bool IsOfThisMachine { get; init; } = true;

    /// <summary>The share of the activations that the silo with the most of them holds; null where there are not several.</summary>
    public double? FullestSilo { get; init; }
}
