using Interleave.Silo.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Interleave.Client.Telemetry;

/// <summary>Metrics that are aggregated as they always are, and sent nowhere.</summary>
internal sealed class NowhereMetrics : IDisposable
{
    private readonly BaseExportingMetricReader _reader = new(new NowhereExporter());
    private readonly MeterProvider _provider;

    private NowhereMetrics() =>
        _provider = Sdk.CreateMeterProviderBuilder().AddMeter(TelemetrySdk.Meters).SetExemplarFilter(ExemplarFilterType.TraceBased).AddReader(_reader).Build();

    public static NowhereMetrics Start() => new();

    public void Dispose()
    {
        _provider.Dispose();
        _reader.Dispose();
    }

    private sealed class NowhereExporter : BaseExporter<OpenTelemetry.Metrics.Metric>
    {
        public override ExportResult Export(in Batch<OpenTelemetry.Metrics.Metric> batch) => ExportResult.Success;
    }
}
