namespace Interleave.Grains.Deadlock;

/// <summary>Grains that call each other in turn; the last one calls the first, which still waits for the others.</summary>
/// <param name="Grains">Their keys, in the order of the calls.</param>
/// <param name="AllowsReentrancy">Whether the first one lets calls in that stem from its own.</param>
[GenerateSerializer, Immutable]
public sealed record CallCircle(IReadOnlyList<long> Grains, bool AllowsReentrancy);
