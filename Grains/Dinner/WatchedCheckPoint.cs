using Interleave.Grains.Work;

namespace Interleave.Grains.Dinner;

/// <summary>A check point of the model's own, at which the watch ticks too.</summary>
internal readonly struct WatchedCheckPoint<TCheckPoint>(RunningWatch watch, TCheckPoint checkPoint) : ICheckPoint
    where TCheckPoint : struct, ICheckPoint
{
    public void Pass()
    {
        checkPoint.Pass();
        watch.Tick();
    }
}
