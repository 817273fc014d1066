using Interleave.Grains.Location;
using Interleave.Grains.Work;

namespace Interleave.Grains.Computing;

public interface IComputingGrain : ILocatedGrain
{
    Task<long> CountPrimes(NumberRange numbers, CancellationToken cancellation);
}
