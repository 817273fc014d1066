using System.Diagnostics;
using Interleave.Grains.Work;

namespace Interleave.Grains.Dinner;

/// <summary>A bite, a sentence said or a sentence heard: a piece of computation that is not interrupted by the friend who does it.</summary>
[GenerateSerializer, Immutable]
public sealed record MealStep(int Course, int Friend, Doing Doing, NumberRange Numbers)
{
    public bool NeedsMouth => Doing != Doing.Listening;

    public TakenStep Take(CancellationToken cancellation) => Take(default(NoCheckPoint), cancellation);

    public TakenStep Take<TCheckPoint>(TCheckPoint checkPoint, CancellationToken cancellation)
        where TCheckPoint : struct, ICheckPoint
    {
        var from = Stopwatch.GetTimestamp();
        var watch = new RunningWatch();
        var counted = Primes.Count(Numbers, new WatchedCheckPoint<TCheckPoint>(watch, checkPoint), cancellation);
        var stretches = watch.Stop();
        return new TakenStep(this, counted.Primes, counted.Execution with { From = from, To = Stopwatch.GetTimestamp() }, stretches);
    }
}
