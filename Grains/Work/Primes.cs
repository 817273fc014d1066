using System.Diagnostics;
using System.Runtime.CompilerServices;
using Interleave.Grains.Tracing;

namespace Interleave.Grains.Work;

/// <summary>Counts primes by trial division: work for a core that touches no memory.</summary>
public static class Primes
{
    /// <summary>Numbers of this size cost about the same each: ranges of equal length are then equal work.</summary>
    public const uint EqualCostFrom = 1_000_000_000;

    /// <summary>A traced step ticks after so many numbers of that size: about every 50 µs.</summary>
    private const uint NumbersATick = 32;

    public static PrimeCount Count(NumberRange range, CancellationToken cancellation = default) => Count(range, default(NoCheckPoint), cancellation);

    /// <param name="checkPoint">Passed after every number, which takes from a fraction of a microsecond to some 30 µs.</param>
    /// <remarks>Compiled with full optimisation at its first call, so that every process runs the same machine code from the start.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static PrimeCount Count<TCheckPoint>(NumberRange range, TCheckPoint checkPoint, CancellationToken cancellation)
        where TCheckPoint : struct, ICheckPoint
    {
        var start = Stopwatch.GetTimestamp();
        var primes = 0L;
        using var step = ComputeStep.Start("count primes");
        for (var number = range.From; number < range.To; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            checkPoint.Pass();
            if (IsPrime(number))
            {
                primes++;
            }

            if (number % NumbersATick == 0)
            {
                step?.Tick();
            }
        }

        var execution = new Execution(Environment.ProcessId, Environment.CurrentManagedThreadId, start, Stopwatch.GetTimestamp());
        return new PrimeCount(primes, execution);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsPrime(uint number)
    {
        if (number % 2 == 0)
        {
            return number == 2;
        }

        var last = (uint)Math.Sqrt(number);
        for (var divisor = 3u; divisor <= last; divisor += 2)
        {
            if (number % divisor == 0)
            {
                return false;
            }
        }

        return number > 1;
    }
}
