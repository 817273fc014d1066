using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Interleave.Silo.Telemetry;

/// <summary>The telemetry of a process that a run has started: a silo, the I/O server.</summary>
internal sealed class ProcessTelemetry : IAsyncDisposable
{
    private readonly SpanFile? _file;
    private readonly TelemetrySdk? _sdk;
    private readonly SpanListener? _listener;

    private ProcessTelemetry(ProcessResource process, TelemetryEnvironment environment)
    {
        _file = environment.SpanFolder is { } folder ? new SpanFile(folder, process) : null;
        _sdk = TelemetrySdk.Start(environment.Mode, process);
        _listener = _file is null && _sdk is null ? null : new SpanListener(Ended);

        void Ended(Activity span)
        {
            _file?.Write(Span.Of(span, process));
            _sdk?.Export(span);
        }
    }

    /// <summary>As the process that started this one asked for in the environment.</summary>
    public static ProcessTelemetry Start(string serviceName)
    {
        var environment = TelemetryEnvironment.OfThisProcess();
        return new ProcessTelemetry(ProcessResource.OfThisProcess(serviceName, environment.RunId), environment);
    }

    public void AddLogs(ILoggingBuilder logging) => _sdk?.AddLogs(logging);

    public async ValueTask DisposeAsync()
    {
        _listener?.Dispose();
        _file?.Dispose();
        if (_sdk is not null)
        {
            await _sdk.DisposeAsync();
        }
    }
}
