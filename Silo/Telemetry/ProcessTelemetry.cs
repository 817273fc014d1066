using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Interleave.Silo.Telemetry;

/// <summary>The telemetry of a process that a run has started: a silo, the I/O server.</summary>
internal sealed class ProcessTelemetry : IAsyncDisposable
{
    private readonly SpanFile? _file;
    private readonly TelemetrySdk? _sdk;
    private readonly SpanListener? _listener;

    private readonly StreamWriter? _console;

    private ProcessTelemetry(ProcessResource process, TelemetryEnvironment environment)
    {
        _console = PrintToFile(environment, process);
        _file = environment.SpanFolder is { } folder ? new SpanFile(folder, process) : null;
        _sdk = TelemetrySdk.Start(environment.Mode, process);
        _listener = _file is null && _sdk is null ? null : new SpanListener(Ended);

        void Ended(Activity span)
        {
            _file?.Write(Span.Of(span, process));
            _sdk?.Export(span);
        }
    }

    public const string ConsoleFile = ".console.txt";

    /// <summary>The real standard output, wherever the exporters print.</summary>
    public TextWriter Output { get; } = Console.Out;

    /// <summary>As the process that started this one asked for in the environment.</summary>
    public static ProcessTelemetry Start(string serviceName)
    {
        var environment = TelemetryEnvironment.OfThisProcess();
        return new ProcessTelemetry(ProcessResource.OfThisProcess(serviceName, environment.RunId), environment);
    }

    /// <summary>Lets a console exporter print into a file that the client shows later: nobody reads the standard output of a process that a run started.</summary>
    /// <returns>Null where nothing is to be printed.</returns>
    public static StreamWriter? PrintToFile(TelemetryEnvironment environment, ProcessResource process)
    {
        if (environment is not { Mode: TelemetryMode.Console, SpanFolder: { } folder })
        {
            return null;
        }

        var file = new StreamWriter(Path.Combine(folder, $"{process.ServiceName}-{process.ProcessId}{ConsoleFile}")) { AutoFlush = true };
        Console.SetOut(file);
        return file;
    }

    /// <summary>To be called as soon as the process is told to stop: its host may take all the time there is.</summary>
    public void BeginFlush() => _sdk?.BeginFlush();

    public void AddLogs(ILoggingBuilder logging) => _sdk?.AddLogs(logging);

    public async ValueTask DisposeAsync()
    {
        _listener?.Dispose();
        _file?.Dispose();
        if (_sdk is not null)
        {
            await _sdk.DisposeAsync();
        }

        if (_console is not null)
        {
            Console.SetOut(Output);
            await _console.DisposeAsync();
        }
    }
}
