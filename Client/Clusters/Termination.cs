using System.Diagnostics;
using Interleave.Silo;

namespace Interleave.Client.Clusters;

/// <summary>Ends a silo's process that another command started.</summary>
internal static class Termination
{
    /// <summary>Longer than a silo takes that ends itself when it cannot stop gracefully.</summary>
    private static readonly TimeSpan Patience = StopDeadline.Hard + TimeSpan.FromSeconds(1);

    /// <summary>Asks it to stop, and kills it when it has not stopped in time.</summary>
    public static async Task StopAsync(Process process, CancellationToken cancellationToken)
    {
        if (!ProcessSignals.TryTerminate(process.Id) || !await HasEndedAsync(process, Patience, cancellationToken))
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
}
