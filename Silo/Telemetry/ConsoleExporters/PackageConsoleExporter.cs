using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;

namespace Interleave.Silo.Telemetry.ConsoleExporters;

/// <summary>Prints signals with the package OpenTelemetry.Exporter.Console.</summary>
internal static class ConsoleExporter
{
    public static BaseProcessor<Activity> Spans() => new SimpleActivityExportProcessor(new ConsoleActivityExporter(new ConsoleExporterOptions()));

    public static MeterProviderBuilder AddTo(MeterProviderBuilder metrics) => metrics.AddConsoleExporter();

    public static OpenTelemetryLoggerOptions AddTo(OpenTelemetryLoggerOptions logs) => logs.AddConsoleExporter();
}
