namespace Interleave.Grains.Dinner;

/// <summary>A short time in which a thread computed.</summary>
/// <param name="From">A timestamp of the monotonic clock, which all processes of a machine share.</param>
/// <param name="To">A timestamp of the same clock.</param>
/// <param name="Ran">For how much of it the thread had a processor, in the same unit.</param>
[GenerateSerializer, Immutable]
public sealed record Stretch(long From, long To, long Ran);
