namespace Interleave.Client.Telemetry.Timelines;

/// <summary>The slices of one unit or one thread, in order and without overlap.</summary>
/// <param name="Process">The service name of the process that it belongs to.</param>
/// <param name="ThreadId">Set for <see cref="LaneKind.Thread"/>.</param>
internal sealed record Lane(LaneKind Kind, string Name, string Process, int ProcessId, int? ThreadId, IReadOnlyList<Slice> Slices);
