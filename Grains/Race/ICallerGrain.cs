using Interleave.Grains.Location;

namespace Interleave.Grains.Race;

/// <summary>Calls a grain that holds a shared state, from the silo that it lives in.</summary>
public interface ICallerGrain : ILocatedGrain
{
    /// <summary>Takes these steps, with a call of the grain of this key for each.</summary>
    Task Take(long state, StepRange steps);
}
