using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Interleave.Client.Measuring.Tracing;

/// <summary>What OpenTelemetry is told of operations while they happen; nothing is computed unless somebody listens.</summary>
internal static class OperationInstruments
{
    private static readonly Meter Meter = new("Interleave");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "interleave.operation.duration",
        "s",
        "How long operations took from their intended start.",
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.00001, 0.0001, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
        });

    public static bool AreHeard => Duration.Enabled;

    public static void Completed(double seconds, in TagList trial) => Duration.Record(seconds, in trial);

    public static void Failed(double seconds, in TagList trial, Exception exception)
    {
        var tags = trial;
        tags.Add("error.type", exception.GetType().FullName);
        Duration.Record(seconds, in tags);
    }
}
