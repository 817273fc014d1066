using System.Diagnostics;
using Interleave.Silo.Telemetry.ConsoleExporters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Interleave.Silo.Telemetry;

/// <summary>The OpenTelemetry SDK of one process: traces, metrics and logs, all with the same resource.</summary>
internal sealed class TelemetrySdk : IAsyncDisposable
{
    /// <summary>An endpoint that does not answer may cost this much at the end of a run, and no more.</summary>
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(1.5);

    /// <summary>A quarter of what the SDK's queue holds by default.</summary>
    private const int SpansABatch = 512;

    /// <summary>What is measured of a process: this tool's own instruments and those of what it runs on.</summary>
    public static readonly string[] Meters =
        ["Interleave", "Microsoft.Orleans", "System.Runtime", "System.Net.Http", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"];

    private readonly Sampler _sampler = TraceExport.SamplerOfEnvironment();
    private readonly BaseProcessor<Activity>? _spans;
    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _metrics;
    private readonly bool _printsAtOnce;
    private readonly ServiceProvider? _logs;

    private TelemetrySdk(TelemetryMode mode, ProcessResource process)
    {
        var resource = ResourceBuilder.CreateDefault()
            .AddAttributes(process.ToAttributes())
            .AddEnvironmentVariableDetector(); // Last, so that OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES have the last word.
        _printsAtOnce = mode == TelemetryMode.Console;
        if (Wanted("TRACES"))
        {
            _spans = mode == TelemetryMode.Otlp ? TraceExport.Otlp() : ConsoleExporter.Spans();
            _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddProcessor(_spans).Build();
        }

        if (Wanted("METRICS"))
        {
            var metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).SetExemplarFilter(ExemplarFilterType.TraceBased);
            _metrics = (mode == TelemetryMode.Otlp ? metrics.AddOtlpExporter() : ConsoleExporter.AddTo(metrics)).Build();
        }

        if (Wanted("LOGS"))
        {
            _logs = new ServiceCollection().AddLogging(logging => logging.AddOpenTelemetry(logs =>
            {
                logs.SetResourceBuilder(resource);
                logs.IncludeFormattedMessage = true;
                _ = mode == TelemetryMode.Otlp ? logs.AddOtlpExporter() : ConsoleExporter.AddTo(logs);
            })).BuildServiceProvider();
        }
    }

    /// <summary>Null where nothing is to be exported.</summary>
    public static TelemetrySdk? Start(TelemetryMode mode, ProcessResource process) =>
        mode == TelemetryMode.None || Variable("OTEL_SDK_DISABLED") == "true" ? null : new TelemetrySdk(mode, process);

    /// <summary>Hands spans to the exporter, and waits for it now and then: what its queue does not hold is lost.</summary>
    public void Export(IReadOnlyCollection<Activity> spans)
    {
        foreach (var batch in spans.Where(IsWanted).Chunk(SpansABatch))
        {
            Array.ForEach(batch, span => _spans?.OnEnd(span));
            if (batch.Length == SpansABatch)
            {
                _spans?.ForceFlush((int)LongestGoodbye.TotalMilliseconds);
            }
        }
    }

    public void AddLogs(ILoggingBuilder logging)
    {
        if (_logs is not null)
        {
            logging.AddProvider(new LogForwarder(_logs.GetRequiredService<ILoggerFactory>()));
            logging.AddFilter<LogForwarder>(null, LogLevel.Warning);
            logging.AddFilter<LogForwarder>("Interleave", LogLevel.Information);
        }
    }

    /// <summary>Sends what there is without anybody waiting for it, so that little is left for the end.</summary>
    public void BeginFlush() => _ = FlushAsync();

    /// <summary>Sends what there is.</summary>
    public Task FlushAsync() => _printsAtOnce ? Task.CompletedTask : Task.WhenAll(
        Task.Run(() => _spans?.ForceFlush((int)LongestGoodbye.TotalMilliseconds)),
        Task.Run(() => _metrics?.ForceFlush((int)LongestGoodbye.TotalMilliseconds)),
        Task.Run(() => _logs?.GetRequiredService<LoggerProvider>().ForceFlush((int)LongestGoodbye.TotalMilliseconds)));

    /// <summary>Sends what is left, and gives up where nobody takes it.</summary>
    public async ValueTask DisposeAsync()
    {
        var milliseconds = (int)LongestGoodbye.TotalMilliseconds;
        var goodbyes = Task.WhenAll(
            Task.Run(() => _traces?.Shutdown(milliseconds)),
            Task.Run(() => _metrics?.Shutdown(milliseconds)),
            Task.Run(() => _logs?.Dispose()));
        if (await Task.WhenAny(goodbyes, Task.Delay(LongestGoodbye)) == goodbyes)
        {
            await goodbyes;
            _traces?.Dispose();
            _metrics?.Dispose();
        }
    }

    private bool IsWanted(Activity span) =>
        _sampler.ShouldSample(new SamplingParameters(default, span.TraceId, span.DisplayName, span.Kind)).Decision == SamplingDecision.RecordAndSample;

    /// <summary>OTEL_TRACES_EXPORTER and its siblings may each say "none".</summary>
    private static bool Wanted(string signal) => Variable($"OTEL_{signal}_EXPORTER") != "none";

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name)?.ToLowerInvariant();
}
