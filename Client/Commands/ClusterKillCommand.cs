using System.CommandLine;
using Interleave.Client.Clusters;

namespace Interleave.Client.Commands;

/// <summary><c>interleave cluster kill</c>: ends one silo as a crash would, to see the others take over.</summary>
internal static class ClusterKillCommand
{
    public static Command Create() => ClusterCommands.ForSilo(
        "kill",
        "Ends one silo as a crash would.",
        (cluster, silo, cancellation) => LivingSilo.EndAsync(cluster, silo, Termination.KillAsync, "was killed", cancellation));
}
