using Interleave.Grains.Location;

namespace Interleave.Grains.Ring;

public interface IRingGrain : ILocatedGrain
{
    Task Join(long next);

    [OneWay]
    Task Pass(int hopsLeft);

    /// <summary>Completes when this grain holds a token whose hops are used up.</summary>
    [AlwaysInterleave]
    Task End();

    /// <returns>How many hops this grain has made.</returns>
    Task<long> Hops();
}
