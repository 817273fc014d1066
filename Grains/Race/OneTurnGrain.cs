namespace Interleave.Grains.Race;

/// <summary>An ordinary grain: no lock, for no two calls are ever in progress.</summary>
internal sealed class OneTurnGrain : SharedStateGrain, IOneTurnGrain;
