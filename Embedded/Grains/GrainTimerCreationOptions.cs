namespace Interleave.Embedded;

/// <summary>When a grain timer calls.</summary>
/// <param name="DueTime">The time to the first callback.</param>
/// <param name="Period">The time from the end of one callback to the next.</param>
public readonly record struct GrainTimerCreationOptions(TimeSpan DueTime, TimeSpan Period);
