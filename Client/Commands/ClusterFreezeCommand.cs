using System.CommandLine;
using Interleave.Client.Clusters;
using Interleave.Client.Reporting.Terminal;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave cluster freeze</c>: stops every thread of a silo, as a machine that hangs would.</summary>
internal static class ClusterFreezeCommand
{
    public static Command Create() => ClusterCommands.ForSilo("freeze", "Stops every thread of one silo, as if its machine hung.", Freeze);

    private static Task<int> Freeze(RegisteredCluster cluster, RegisteredSilo silo, CancellationToken cancellation)
    {
        using var process = LivingSilo.Of(cluster, silo);
        if (!ProcessSignals.TryFreeze(process.Id))
        {
            throw new ClusterException($"Silo {silo.Number} (process {silo.ProcessId}) could not be frozen.");
        }

        Terminals.Open().Write(new TextLine(
            $"Silo {silo.Number} (process {silo.ProcessId}) is frozen. Unless 'interleave cluster thaw {silo.Number}' comes first, the others end it after " +
                "some seconds."));
        return Task.FromResult(ExitCode.Done);
    }
}
