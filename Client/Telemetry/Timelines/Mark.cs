namespace Interleave.Client.Telemetry.Timelines;

/// <summary>Something that happened to a unit at one moment.</summary>
/// <param name="At">Since the trial began.</param>
/// <param name="Lane">The name of the unit's lane.</param>
internal sealed record Mark(MarkKind Kind, TimeSpan At, string Lane, string Name);
