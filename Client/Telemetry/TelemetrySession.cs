using Interleave.Client.Telemetry.Traces;
using Interleave.Silo.Telemetry;

namespace Interleave.Client.Telemetry;

/// <summary>The telemetry of one run: what the processes that it starts are told, and the traces that it keeps of them.</summary>
internal sealed class TelemetrySession : IDisposable
{
    private const string Prefix = "interleave-telemetry-";

    /// <summary>Locked as long as the run's process lives: a folder whose lock nobody holds was left by a run that was killed.</summary>
    private const string LockFile = "run.lock";

    private readonly DirectoryInfo _folder = TemporaryFolder();
    private readonly FileLock? _held;

    private TelemetrySession(TelemetryMode mode, string runId)
    {
        Environment = new TelemetryEnvironment(mode, runId, _folder.FullName);
        _held = FileLock.TryTake(Path.Combine(_folder.FullName, LockFile));
    }

    /// <summary>For every process that the run starts.</summary>
    public TelemetryEnvironment Environment { get; }

    /// <param name="mode">Where the signals go, beside the run folder.</param>
    /// <param name="runId">The run that they belong to.</param>
    public static TelemetrySession Start(TelemetryMode mode, string runId)
    {
        RemoveAbandoned();
        return new(mode, runId);
    }

    /// <summary>Fills the run's folder. To be called when workers, silos and servers have ended: each leaves its last span then.</summary>
    public void Save(string runFolder)
    {
        TraceFolder.Save(runFolder, TraceCollector.Collect(_folder.FullName));
        foreach (var file in _folder.EnumerateFiles("*" + ProcessTelemetry.ConsoleFile).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            Console.Out.Write(File.ReadAllText(file.FullName));
        }
    }

    private static DirectoryInfo TemporaryFolder()
    {
        try
        {
            return Directory.CreateTempSubdirectory(Prefix);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"The folder for temporary files '{Path.GetTempPath()}' cannot be written: {exception.Message}");
        }
    }

    public void Dispose()
    {
        _held?.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>Removes the folders of runs that were killed, and no others.</summary>
    private static void RemoveAbandoned()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            try
            {
                if (FileLock.TryTake(Path.Combine(folder, LockFile), FileMode.Open) is { } abandoned)
                {
                    abandoned.Dispose();
                    Directory.Delete(folder, recursive: true);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It has no lock yet, or it is another user's.
            }
        }
    }
}
