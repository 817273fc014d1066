using System.CommandLine;
using Interleave.Client.Clusters;
using Interleave.Client.Reporting.Terminal;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave cluster restart</c>: starts a silo again, under its number; one that still runs is stopped first.</summary>
internal static class ClusterRestartCommand
{
    public static Command Create() => ClusterCommands.ForSilo("restart", "Starts one silo again, stopping it first where it still runs.", RestartAsync);

    private static async Task<int> RestartAsync(RegisteredCluster cluster, RegisteredSilo silo, CancellationToken cancellation)
    {
        cluster.ThrowIfOnAnotherRuntime();
        // The cluster stays on record although its only silo may be the one that stops.
        using var seat = cluster.Folder.TakeSeat(Silo.SeatKind.Starter);
        using (var process = cluster.ProcessOf(silo))
        {
            await (process is null ? Task.CompletedTask : Termination.StopAsync(process, cancellation));
        }

        var restarted = await DetachedSilo.StartAsync(cluster, _ => silo.Number, silo.ToSilo(), cancellation);
        Terminals.Open().Write(new TextLine($"Silo {restarted.Number} has joined the cluster '{cluster.Name}' again, as process {restarted.ProcessId}."));
        return ExitCode.Done;
    }
}
