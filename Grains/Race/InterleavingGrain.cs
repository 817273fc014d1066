namespace Interleave.Grains.Race;

/// <summary>The same grain, whose calls may interleave at their awaits.</summary>
[Reentrant]
internal sealed class InterleavingGrain : SharedStateGrain, IInterleavingGrain;
