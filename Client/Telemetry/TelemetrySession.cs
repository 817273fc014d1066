using Interleave.Client.Telemetry.Traces;
using Interleave.Silo.Telemetry;
using Microsoft.Extensions.Logging;

namespace Interleave.Client.Telemetry;

/// <summary>The telemetry of one run: what leaves this process, what its silos and servers are told, and the traces that the run keeps.</summary>
internal sealed class TelemetrySession : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = TemporaryFolder();
    private readonly ExportWarning? _warning;
    private readonly TelemetrySdk? _sdk;
    private readonly ILoggerFactory _loggers;

    private TelemetrySession(TelemetryMode mode, string runId, Action<string> warn)
    {
        var process = ProcessResource.OfThisProcess(ProcessResource.Client, runId);
        _warning = mode == TelemetryMode.Otlp ? new ExportWarning(warn) : null;
        _sdk = TelemetrySdk.Start(mode, process);
        _sdk?.BeginFlush(); // Whether the endpoint answers shows now, not at the end.
        _loggers = LoggerFactory.Create(AddLogs);
        Environment = new TelemetryEnvironment(mode, runId, _folder.FullName);
        Traces = new TraceCollector(process, _folder.FullName, _loggers.CreateLogger<TraceCollector>(), _sdk is null ? null : _sdk.Export, _sdk is null ? null : _sdk.BeginFlush);
    }

    /// <summary>For every process that the run starts.</summary>
    public TelemetryEnvironment Environment { get; }

    public TraceCollector Traces { get; }

    /// <param name="mode">Where the signals go, beside the run folder.</param>
    /// <param name="runId">The run that they belong to.</param>
    /// <param name="warn">Told once when an endpoint does not take them.</param>
    public static TelemetrySession Start(TelemetryMode mode, string runId, Action<string> warn) => new(mode, runId, warn);

    public void AddLogs(ILoggingBuilder logging) => _sdk?.AddLogs(logging);

    /// <summary>Fills the run's folder. To be called when silos and servers have ended: each leaves its last span then.</summary>
    public void Save(string runFolder)
    {
        TraceFolder.Save(runFolder, Traces.Collect());
        foreach (var file in _folder.EnumerateFiles("*" + ProcessTelemetry.ConsoleFile).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            Console.Out.Write(File.ReadAllText(file.FullName));
        }
    }

    private static DirectoryInfo TemporaryFolder()
    {
        try
        {
            return Directory.CreateTempSubdirectory("interleave-telemetry-");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"The folder for temporary files '{Path.GetTempPath()}' cannot be written: {exception.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _loggers.Dispose();
        if (_sdk is not null)
        {
            await _sdk.DisposeAsync();
        }

        _warning?.Dispose();
        _folder.Delete(recursive: true);
    }
}
