using Interleave.Client.Telemetry;
using Interleave.Client.Telemetry.Traces;
using Interleave.Silo.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Interleave.Client.Workers;

/// <summary>
/// The telemetry of a worker. It starts with the first traced trial, when all that is measured is over, so that no exporter runs beside a measured one.
/// </summary>
internal sealed class WorkerTelemetry : IAsyncDisposable
{
    private readonly TelemetryEnvironment _environment;
    private readonly ProcessResource _process;
    private readonly Action<string> _warn;
    private Exporters? _exporters;

    private WorkerTelemetry(TelemetryEnvironment environment, Action<string> warn)
    {
        _environment = environment;
        _process = ProcessResource.OfThisProcess(ProcessResource.Worker, environment.RunId);
        _warn = warn;
    }

    /// <summary>As the coordinator asked for in the environment.</summary>
    /// <param name="warn">Told once when an endpoint does not take the signals.</param>
    public static WorkerTelemetry OfThisProcess(Action<string> warn) => new(TelemetryEnvironment.OfThisProcess(), warn);

    /// <summary>Traces a trial and throws everything away: what listens is compiled, and nothing leaves the process.</summary>
    public async Task<T> WarmUpAsync<T>(string scenario, string variant, string model, Func<Task<T>> trial)
    {
        using var metrics = _environment.Mode == TelemetryMode.None ? null : NowhereMetrics.Start();
        return await new TraceCollector(_process, spanFolder: null, NullLogger.Instance).TraceAsync(scenario, variant, model, trial);
    }

    /// <summary>Traces a trial; its spans leave the process when it is over.</summary>
    public async Task<T> TraceAsync<T>(string scenario, string variant, string model, Func<Task<T>> trial)
    {
        _exporters ??= new Exporters(_environment, _process, _warn);
        await _exporters.FlushAsync(); // The exporters have sent their first batch before the trial begins.
        try
        {
            return await _exporters.Traces.TraceAsync(scenario, variant, model, trial);
        }
        finally
        {
            await _exporters.FlushAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_exporters is not null)
        {
            await _exporters.DisposeAsync();
        }
    }

    private sealed class Exporters : IAsyncDisposable
    {
        private readonly ExportWarning? _warning;
        private readonly StreamWriter? _console;
        private readonly TelemetrySdk? _sdk;
        private readonly ILoggerFactory _loggers;

        public Exporters(TelemetryEnvironment environment, ProcessResource process, Action<string> warn)
        {
            _warning = environment.Mode == TelemetryMode.Otlp ? new ExportWarning(warn) : null;
            _console = ProcessTelemetry.PrintToFile(environment, process);
            _sdk = TelemetrySdk.Start(environment.Mode, process);
            _loggers = LoggerFactory.Create(logging => _sdk?.AddLogs(logging));
            Traces = new TraceCollector(process, environment.SpanFolder, _loggers.CreateLogger<TraceCollector>(), _sdk is null ? null : _sdk.Export);
        }

        public TraceCollector Traces { get; }

        public Task FlushAsync() => _sdk?.FlushAsync() ?? Task.CompletedTask;

        public async ValueTask DisposeAsync()
        {
            _loggers.Dispose();
            if (_sdk is not null)
            {
                await _sdk.DisposeAsync();
            }

            _warning?.Dispose();
            if (_console is not null)
            {
                Console.SetOut(TextWriter.Null);
                await _console.DisposeAsync();
            }
        }
    }
}
