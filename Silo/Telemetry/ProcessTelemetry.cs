using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Interleave.Silo.Telemetry;

/// <summary>The telemetry of a process that a run has started: a silo, the I/O server.</summary>
/// <remarks>
/// Where a run collects spans, they stay in memory until its owner says that the traced trial is over: to write and to send them takes more than many an
/// operation. A process whose owner never says so hands them over after a while.
/// </remarks>
internal sealed class ProcessTelemetry : IAsyncDisposable
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(10);

    private readonly ConcurrentQueue<Activity> _held = new();
    private readonly SpanBound _bound = new();
    private readonly Timer? _patience;
    private readonly ProcessResource _process;
    private readonly SpanFile? _file;
    private readonly TelemetrySdk? _sdk;
    private readonly SpanListener? _listener;

    private readonly StreamWriter? _console;

    private ProcessTelemetry(ProcessResource process, TelemetryEnvironment environment)
    {
        _console = PrintToFile(environment, process);
        _file = environment.SpanFolder is { } folder ? new SpanFile(folder, process) : null;
        _sdk = TelemetrySdk.Start(environment.Mode, process);
        _process = process;
        _patience = _file is null ? null : new Timer(_ => KeepSpans());
        _listener = _file is null && _sdk is null ? null : new SpanListener(_bound, Ended);
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

    /// <summary>
    /// Lets a console exporter print into a file that the client shows later: nobody reads the standard output of a process that a run started.
    /// </summary>
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

    /// <summary>Lets all spans that are held leave the process.</summary>
    public void KeepSpans()
    {
        var spans = _held.ToArray();
        _held.Clear();
        foreach (var span in spans)
        {
            _file?.Write(Span.Of(span, _process));
        }

        foreach (var (trace, leftOut) in _bound.TakeLeftOut())
        {
            _file?.Write(Span.LeftOut(trace, leftOut, _process));
        }

        _sdk?.Export(spans);
    }

    public void DropSpans()
    {
        _held.Clear();
        _bound.Reset();
    }

    /// <summary>To be called as soon as the process is told to stop: its host may take all the time there is.</summary>
    public void BeginFlush() => _sdk?.BeginFlush();

    public void AddLogs(ILoggingBuilder logging) => _sdk?.AddLogs(logging);

    public async ValueTask DisposeAsync()
    {
        _listener?.Dispose();
        KeepSpans();
        if (_patience is not null)
        {
            await _patience.DisposeAsync();
        }

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

    private void Ended(Activity span)
    {
        if (_patience is null)
        {
            _sdk?.Export([span]);
            return;
        }

        if (_held.IsEmpty)
        {
            _patience.Change(LongestHold, Timeout.InfiniteTimeSpan);
        }

        _held.Enqueue(span);
    }
}
