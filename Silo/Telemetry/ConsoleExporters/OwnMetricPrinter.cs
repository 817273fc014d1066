using System.Globalization;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Interleave.Silo.Telemetry.ConsoleExporters;

/// <summary>One block of lines a metric, with a value for every set of its tags.</summary>
internal sealed class OwnMetricPrinter(TextWriter output) : BaseExporter<Metric>
{
    public override ExportResult Export(in Batch<Metric> batch)
    {
        foreach (var metric in batch)
        {
            var block = new OwnBlock();
            block.Line($"Metric Name: {metric.Name}, Description: {metric.Description}, Unit: {metric.Unit}, Metric Type: {metric.MetricType}");
            block.Line("Instrumentation scope (Meter):");
            block.Line($"    Name: {metric.MeterName}");
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                Write(block, metric.MetricType, in point);
            }

            block.Resource(ParentProvider);
            output.WriteLine(block);
        }

        return ExportResult.Success;
    }

    private static void Write(OwnBlock block, MetricType type, in MetricPoint point)
    {
        var tags = new List<string>();
        foreach (var (name, value) in point.Tags)
        {
            tags.Add($"{name}: {value}");
        }

        block.Line($"({point.StartTime:yyyy-MM-ddTHH:mm:ss.fffffffZ}, {point.EndTime:yyyy-MM-ddTHH:mm:ss.fffffffZ}] {string.Join(' ', tags)}");
        block.Line("Value: " + type switch
        {
            MetricType.Histogram or MetricType.ExponentialHistogram =>
                string.Create(CultureInfo.InvariantCulture, $"Sum: {point.GetHistogramSum()} Count: {point.GetHistogramCount()}"),
            MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong().ToString(CultureInfo.InvariantCulture),
            MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble().ToString(CultureInfo.InvariantCulture),
            MetricType.LongGauge => point.GetGaugeLastValueLong().ToString(CultureInfo.InvariantCulture),
            _ => point.GetGaugeLastValueDouble().ToString(CultureInfo.InvariantCulture),
        });
        if (!type.IsHistogram() || type == MetricType.ExponentialHistogram)
        {
            return;
        }

        var low = double.NegativeInfinity;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            block.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"({low},{bucket.ExplicitBound}{(double.IsPositiveInfinity(bucket.ExplicitBound) ? ')' : ']')}:{bucket.BucketCount}"));
            low = bucket.ExplicitBound;
        }
    }
}
