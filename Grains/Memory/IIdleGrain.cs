using Interleave.Grains.Location;

namespace Interleave.Grains.Memory;

public interface IIdleGrain : ILocatedGrain
{
    /// <summary>Is active from now on.</summary>
    Task Rest();

    /// <summary>Is active no longer than this.</summary>
    Task Leave();

    /// <returns>The bytes that are left on the heap of the grain's silo once its garbage is collected.</returns>
    Task<long> CollectGarbage();
}
