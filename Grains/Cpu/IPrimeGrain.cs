using Interleave.Grains.Work;

namespace Interleave.Grains.Cpu;

public interface IPrimeGrain : IGrainWithIntegerKey
{
    Task<PrimeCount> Count(NumberRange range, CancellationToken cancellation);
}
