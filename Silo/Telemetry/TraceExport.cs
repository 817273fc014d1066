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
        var variables = new OtlpVariables("TRACES", Environment.GetEnvironmentVariable);
        var options = new OtlpExporterOptions { TimeoutMilliseconds = (int)variables.Timeout.TotalMilliseconds };
        if (variables.OwnEndpoint is { } endpoint)
        {
            options.Endpoint = endpoint;
        }

        if (variables.Headers.Count > 0)
        {
            options.Headers = string.Join(',', variables.Headers.Select(header => $"{header.Key}={Uri.EscapeDataString(header.Value)}"));
        }

        options.Protocol = variables.Protocol switch
        {
            OtlpProtocol.Grpc => OtlpExportProtocol.Grpc,
            OtlpProtocol.Http => OtlpExportProtocol.HttpProtobuf,
            _ => options.Protocol,
        };
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
}
