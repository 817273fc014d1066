using MathNet.Numerics.Distributions;

namespace Interleave.Client.Measuring.Loads;

/// <summary>When each operation of an open load is due, in nanoseconds after the load began.</summary>
internal static class ArrivalSchedule
{
    private const int MostArrivals = 10_000_000;

    public static long[] Of(OpenLoad load)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(load.Rate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(load.Duration.Ticks);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(load.Rate * load.Duration.TotalSeconds, MostArrivals);
        return load.Arrivals == Arrivals.Poisson ? Poisson(load) : Constant(load);
    }

    private static long[] Constant(OpenLoad load)
    {
        var due = new long[(long)Math.Ceiling(load.Rate * load.Duration.TotalSeconds)];
        for (var number = 0; number < due.Length; number++)
        {
            due[number] = (long)(number / load.Rate * 1e9);
        }

        return due;
    }

    private static long[] Poisson(OpenLoad load)
    {
        var random = new Random(load.Seed);
        var end = load.Duration.TotalSeconds;
        var due = new List<long>();
        for (var at = Exponential.Sample(random, load.Rate); at < end; at += Exponential.Sample(random, load.Rate))
        {
            due.Add((long)(at * 1e9));
        }

        return [.. due];
    }
}
