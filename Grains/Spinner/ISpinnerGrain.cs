using Interleave.Grains.Work;

namespace Interleave.Grains.Spinner;

public interface ISpinnerGrain : IGrainWithIntegerKey
{
    Task Start(TimeSpan frameTime);

    Task<Frames> Stop();
}
