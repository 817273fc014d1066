using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;

namespace Interleave.Silo.Telemetry.ConsoleExporters;

/// <summary>Prints signals where the package OpenTelemetry.Exporter.Console cannot be had.</summary>
internal static class ConsoleExporter
{
    public static BaseProcessor<Activity> Spans() => new SimpleActivityExportProcessor(new OwnSpanPrinter(Console.Out));

    public static MeterProviderBuilder AddTo(MeterProviderBuilder metrics) =>
        metrics.AddReader(new PeriodicExportingMetricReader(new OwnMetricPrinter(Console.Out)));

    public static OpenTelemetryLoggerOptions AddTo(OpenTelemetryLoggerOptions logs) =>
        logs.AddProcessor(new SimpleLogRecordExportProcessor(new OwnLogPrinter(Console.Out)));
}
