using System.Diagnostics.CodeAnalysis;

namespace Interleave.Embedded;

/// <summary>When a grain timer calls, and what it may do to its grain.</summary>
public readonly struct GrainTimerCreationOptions()
{
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period)
        : this()
    {
        DueTime = dueTime;
        Period = period;
    }

    public required TimeSpan DueTime { get; init; }

    /// <summary>The time from the end of one callback to the next.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Whether callbacks run between the awaits of a request.</summary>
    public bool Interleave { get; init; }

    /// <summary>Whether a callback counts as use of the grain.</summary>
    public bool KeepAlive { get; init; }
}
