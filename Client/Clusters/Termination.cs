using System.Diagnostics;
using System.Runtime.InteropServices;
using Interleave.Silo;

namespace Interleave.Client.Clusters;

/// <summary>Ends a process that this one did not start.</summary>
internal static partial class Termination
{
    private const int Sigterm = 15;

    /// <summary>Asks it to stop, and kills it when it has not heeded in time.</summary>
    public static async Task StopAsync(Process process, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() || Signal(process.Id, Sigterm) != 0 || !await HasEndedAsync(process, StopDeadline.Hard, cancellationToken))
        {
            await KillAsync(process, cancellationToken);
        }
    }

    public static async Task KillAsync(Process process, CancellationToken cancellationToken)
    {
        process.Kill();
        await HasEndedAsync(process, TimeSpan.FromSeconds(1), cancellationToken);
    }

    private static async Task<bool> HasEndedAsync(Process process, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(limit);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int processId, int signal);
}
