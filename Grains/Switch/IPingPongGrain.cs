using Interleave.Grains.Location;

namespace Interleave.Grains.Switch;

public interface IPingPongGrain : ILocatedGrain
{
    /// <summary>Throws the ball to another grain and gets it back, so many times.</summary>
    Task Play(long partner, int trips);

    Task Return();

    /// <returns>How often this grain has thrown the ball back.</returns>
    Task<long> Returned();
}
