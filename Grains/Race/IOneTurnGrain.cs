namespace Interleave.Grains.Race;

/// <summary>Finishes one call before it begins the next.</summary>
public interface IOneTurnGrain : ISharedStateGrain;
