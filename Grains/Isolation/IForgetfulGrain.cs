namespace Interleave.Grains.Isolation;

/// <summary>Keeps its number in memory.</summary>
public interface IForgetfulGrain : IFallibleGrain;
