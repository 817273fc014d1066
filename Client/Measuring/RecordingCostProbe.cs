using System.Diagnostics;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Records;
using MathNet.Numerics.Statistics;

namespace Interleave.Client.Measuring;

/// <summary>Measures what it costs to take an operation, run it and record it, by operations that do nothing.</summary>
internal static class RecordingCostProbe
{
    private const int Operations = 20_000;
    private const int Repeats = 25;

    public static RecordingCost Measure(CancellationToken cancellation)
    {
        var recorder = new Recorder();
        var nanoseconds = Enumerable.Range(0, Repeats).Select(_ => TimeOne(recorder, cancellation)).ToArray();

        // The first repeats still run code that is not compiled with full effort.
        return new RecordingCost("ns", nanoseconds.Skip(Repeats / 2).Median());
    }

    private static double TimeOne(Recorder recorder, CancellationToken cancellation)
    {
        var operations = Loads.Operations.Of(new ClosedLoad(1, Operations), recorder, cancellation);
        var start = Stopwatch.GetTimestamp();
        foreach (var operation in operations)
        {
            operation.Run(Nothing);
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Operations;
    }

    private static void Nothing()
    {
    }
}
