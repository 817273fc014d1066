using System.CommandLine;
using Interleave.Client.Clusters;
using Interleave.Client.Reporting.Terminal;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave cluster kill</c>: ends one silo as a crash would, to see the others take over.</summary>
internal static class ClusterKillCommand
{
    public static Command Create() => ClusterCommands.ForSilo("kill", "Ends one silo as a crash would.", KillAsync);

    private static async Task<int> KillAsync(RegisteredCluster cluster, RegisteredSilo silo, CancellationToken cancellation)
    {
        using var process = LivingSilo.Of(cluster, silo);
        await Termination.KillAsync(process, cancellation);
        Terminals.Open().Write(new TextLine($"Silo {silo.Number} (process {silo.ProcessId}) was killed. {LivingSilo.Rest(cluster)}"));
        return ExitCode.Done;
    }
}
