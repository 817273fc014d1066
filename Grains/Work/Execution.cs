namespace Interleave.Grains.Work;

/// <summary>Which thread did a piece of work, and when.</summary>
/// <param name="From">A timestamp of the monotonic clock, which all processes of a machine share.</param>
/// <param name="To">A timestamp of the same clock.</param>
[GenerateSerializer, Immutable]
public sealed record Execution(int ProcessId, int ThreadId, long From, long To);
