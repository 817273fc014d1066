using System.Diagnostics;
using MathNet.Numerics.Statistics;

namespace Interleave.Client.Doctor;

/// <summary>How fine the clock of all measurements is, and what looking at it costs.</summary>
/// <param name="Step">The least difference between two readings that differ, in nanoseconds.</param>
/// <param name="Cost">Nanoseconds a reading.</param>
internal readonly record struct ClockReadings(double Step, double Cost)
{
    private const int Readings = 10_000;
    private const int Repeats = 11;

    public static ClockReadings Take()
    {
        var least = long.MaxValue;
        var costs = new double[Repeats];
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var start = Stopwatch.GetTimestamp();
            var last = start;
            for (var reading = 0; reading < Readings; reading++)
            {
                var now = Stopwatch.GetTimestamp();
                least = now > last ? Math.Min(least, now - last) : least;
                last = now;
            }

            costs[repeat] = Stopwatch.GetElapsedTime(start, last).TotalNanoseconds / Readings;
        }

        return new ClockReadings(least * 1e9 / Stopwatch.Frequency, costs.Median());
    }
}
