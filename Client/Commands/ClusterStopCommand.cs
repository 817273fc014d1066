using System.CommandLine;
using Interleave.Client.Clusters;
using Interleave.Client.Reporting.Terminal;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave cluster stop</c>: lets one silo leave its cluster in good order.</summary>
internal static class ClusterStopCommand
{
    public static Command Create() => ClusterCommands.ForSilo("stop", "Has one silo deactivate its grains and leave the cluster.", StopAsync);

    private static async Task<int> StopAsync(RegisteredCluster cluster, RegisteredSilo silo, CancellationToken cancellation)
    {
        using var process = LivingSilo.Of(cluster, silo);
        await Termination.StopAsync(process, cancellation);
        Terminals.Open().Write(new TextLine($"Silo {silo.Number} (process {silo.ProcessId}) has stopped. {LivingSilo.Rest(cluster)}"));
        return ExitCode.Done;
    }
}
