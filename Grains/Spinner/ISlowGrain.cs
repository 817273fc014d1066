using Interleave.Grains.Work;

namespace Interleave.Grains.Spinner;

public interface ISlowGrain : IGrainWithIntegerKey
{
    Task<long> Do(SlowWork work, CancellationToken cancellation);
}
