using System.Diagnostics;
using System.Globalization;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Trace;

namespace Interleave.Silo.Telemetry;

/// <summary>Where ended spans go when they leave the process, as the standard variables of the environment say.</summary>
/// <remarks>
/// The SDK's own listener makes an activity for every root that it drops, which untraced grain calls would pay for; so spans come from
/// <see cref="SpanListener"/>, and the SDK does what follows: batching, resource, export.
/// </remarks>
internal static class TraceExport
{
    public static BaseProcessor<Activity> Otlp()
    {
        var options = new OtlpExporterOptions();
        if (Setting("ENDPOINT") is { } endpoint)
        {
            options.Endpoint = new Uri(endpoint);
        }

        options.Headers = Setting("HEADERS") ?? options.Headers;
        options.Protocol = Setting("PROTOCOL") switch
        {
            "grpc" => OtlpExportProtocol.Grpc,
            "http/protobuf" => OtlpExportProtocol.HttpProtobuf,
            _ => options.Protocol,
        };
        options.TimeoutMilliseconds = Setting("TIMEOUT") is { } timeout ? int.Parse(timeout, CultureInfo.InvariantCulture) : options.TimeoutMilliseconds;
        var batch = new BatchExportActivityProcessorOptions();
        return new BatchActivityExportProcessor(
            new OtlpTraceExporter(options), batch.MaxQueueSize, batch.ScheduledDelayMilliseconds, batch.ExporterTimeoutMilliseconds, batch.MaxExportBatchSize);
    }

    /// <summary>Decides by the trace's id, so that every process decides alike.</summary>
    public static Sampler SamplerOfEnvironment()
    {
        var name = Environment.GetEnvironmentVariable("OTEL_TRACES_SAMPLER") ?? "";
        var argument = Environment.GetEnvironmentVariable("OTEL_TRACES_SAMPLER_ARG");
        return name.Replace("parentbased_", "", StringComparison.Ordinal) switch
        {
            "always_off" => new AlwaysOffSampler(),
            "traceidratio" when double.TryParse(argument, CultureInfo.InvariantCulture, out var ratio) && ratio is >= 0 and <= 1 =>
                new TraceIdRatioBasedSampler(ratio),
            _ => new AlwaysOnSampler(),
        };
    }

    private static string? Setting(string name) =>
        Environment.GetEnvironmentVariable($"OTEL_EXPORTER_OTLP_TRACES_{name}") is { Length: > 0 } value ? value : null;
}
