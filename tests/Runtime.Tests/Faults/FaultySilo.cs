using System.Diagnostics;
using Interleave.Client;
using Interleave.EndToEnd.Tests.Processes;
using Interleave.Silo;
using Runtime.Tests.Clusters;

namespace Runtime.Tests.Faults;

/// <summary>A silo process to which bad things happen.</summary>
internal sealed class FaultySilo : IDisposable
{
    private const int Stopped = 19;
    private const int Continued = 18;

    private readonly Process _process;

    private FaultySilo(Process process, Task<SiloReady?> joined)
    {
        _process = process;
        Joined = joined;
    }

    /// <summary>Where it is, once it has joined; null if it ended before.</summary>
    public Task<SiloReady?> Joined { get; }

    public int ProcessId => _process.Id;

    public bool Lives => !_process.HasExited;

    public static FaultySilo Start(string clusterId, TimeSpan responseTimeout)
    {
        var start = new ProcessStartInfo(DotnetHost.Path) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            SharedClusters.Program, "--owned", "--silo-port", "0", "--gateway-port", "0", "--cluster-id", clusterId, "--log-level", "critical",
            "--response-timeout", responseTimeout.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!; // Starting by a path always makes a process, or throws.
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginErrorReadLine();
        return new FaultySilo(process, ReadyAsync(process));
    }

    public bool IsFrozen { get; private set; }

    /// <summary>Stops it from running, and returns when it does: on a busy machine, the signal may take a while to come to it.</summary>
    public void Freeze()
    {
        IsFrozen = true;
        Signals.Send(_process.Id, Stopped);
        SpinWait.SpinUntil(() => !Lives || ProcessStates.IsFrozen(_process.Id));
    }

    public void Thaw()
    {
        IsFrozen = false;
        Signals.Send(_process.Id, Continued);
    }

    public void Stop() => Signals.Send(_process.Id, Signals.Terminate);

    public void Kill() => _process.Kill();

    public Task EndedAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    public void Dispose()
    {
        if (Lives)
        {
            Kill();
        }

        _process.Dispose();
    }

    private static async Task<SiloReady?> ReadyAsync(Process process) =>
        await process.StandardOutput.ReadLineAsync() is { } line ? SiloReady.Parse(line) : null;
}
