using System.CommandLine;
using Interleave.Client.Clusters;

namespace Interleave.Client.Commands;

/// <summary><c>interleave cluster stop</c>: lets one silo leave its cluster in good order.</summary>
internal static class ClusterStopCommand
{
    public static Command Create() => ClusterCommands.ForSilo(
        "stop",
        "Has one silo deactivate its grains and leave the cluster.",
        (cluster, silo, cancellation) => LivingSilo.EndAsync(cluster, silo, Termination.StopAsync, "has stopped", cancellation));
}
