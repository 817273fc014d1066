namespace Interleave.Grains.Isolation;

/// <summary>Has its number stored before it answers.</summary>
public interface IStoringGrain : IFallibleGrain;
