using Interleave.Grains.Location;

namespace Interleave.Grains.Cooperate;

public interface IProducerGrain : ILocatedGrain
{
    IAsyncEnumerable<long> Produce(int count);
}
