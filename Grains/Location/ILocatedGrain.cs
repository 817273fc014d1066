namespace Interleave.Grains.Location;

/// <summary>A grain that tells where it is active.</summary>
public interface ILocatedGrain : IGrainWithIntegerKey
{
    /// <returns>What tells its silo from all others: the machine and the process.</returns>
    Task<string> Silo();
}
