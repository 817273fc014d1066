using System.CommandLine;
using Interleave.Client.Clusters;
using Interleave.Client.Reporting.Terminal;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave cluster thaw</c>: lets a frozen silo go on.</summary>
internal static class ClusterThawCommand
{
    public static Command Create() => ClusterCommands.ForSilo("thaw", "Lets a frozen silo go on, unless the others have ended it.", Thaw);

    private static Task<int> Thaw(RegisteredCluster cluster, RegisteredSilo silo, CancellationToken cancellation)
    {
        using var process = LivingSilo.Of(cluster, silo);
        if (!ProcessSignals.TryThaw(process.Id))
        {
            throw new ClusterException($"Silo {silo.Number} (process {silo.ProcessId}) could not be thawed.");
        }

        Terminals.Open().Write(new TextLine($"Silo {silo.Number} (process {silo.ProcessId}) goes on."));
        return Task.FromResult(ExitCode.Done);
    }
}
