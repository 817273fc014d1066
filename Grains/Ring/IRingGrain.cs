using Interleave.Grains.Location;

namespace Interleave.Grains.Ring;

public interface IRingGrain : ILocatedGrain
{
    Task Join(long next);

    [OneWay]
    Task Pass(int hopsLeft);

    /// <summary>Completes when this grain has held so many tokens whose hops were used up, which may be before anybody asks.</summary>
    [AlwaysInterleave]
    Task End(int tokens);

    /// <returns>How many hops this grain has made.</returns>
    Task<long> Hops();
}
