using System.Diagnostics;
using System.Runtime.CompilerServices;
using Interleave.Grains.Tracing;

namespace Interleave.Grains.Work;

/// <summary>Mixes bits round after round, each at the same cost: work for a core that touches no memory, and can be made as long as wanted.</summary>
/// <remarks>The rounds are those of SplitMix64 (Steele, Lea and Flood 2014), each fed with the result of the one before: none can be left out.</remarks>
public static class Mixing
{
    /// <summary>A check point is passed after so many rounds, which take about a microsecond.</summary>
    private const int RoundsAPoint = 256;

    /// <summary>A traced step ticks after so many rounds: about every 50 µs.</summary>
    private const int RoundsATick = 64 * RoundsAPoint;

    private const int RoundsOfATrial = 20_000;
    private const int Trials = 60;

    public static ulong Mix(ulong seed, long rounds, CancellationToken cancellation) => Mix(seed, rounds, default(NoCheckPoint), cancellation);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Mix<TCheckPoint>(ulong seed, long rounds, TCheckPoint checkPoint, CancellationToken cancellation)
        where TCheckPoint : struct, ICheckPoint
    {
        var mixed = seed;
        using var step = ComputeStep.Start("mix bits");
        for (var round = 1L; round <= rounds; round++)
        {
            mixed += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            mixed ^= mixed >> 31;
            if (round % RoundsAPoint == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                checkPoint.Pass();
                if (round % RoundsATick == 0)
                {
                    step?.Tick();
                }
            }
        }

        return mixed;
    }

    /// <summary>How many rounds a core of this machine mixes in a microsecond, when nothing disturbs it.</summary>
    /// <remarks>The fastest of many short trials: what disturbs a trial can only make it longer.</remarks>
    public static double MeasureRoundsAMicrosecond()
    {
        var fastest = double.PositiveInfinity;
        for (var trial = 0; trial < Trials; trial++)
        {
            var start = Stopwatch.GetTimestamp();
            GC.KeepAlive(Mix((ulong)trial, RoundsOfATrial, CancellationToken.None));
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return RoundsOfATrial / fastest;
    }
}
