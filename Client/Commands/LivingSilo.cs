using System.Diagnostics;
using Interleave.Client.Clusters;

namespace Interleave.Client.Commands;

/// <summary>The process of a registered silo that must live for a command to make sense.</summary>
internal static class LivingSilo
{
    public static Process Of(RegisteredCluster cluster, RegisteredSilo silo) => cluster.ProcessOf(silo)
        ?? throw new UserError(
            $"Silo {silo.Number} of the cluster '{cluster.Name}' has ended. Allowed: a silo that runs, or first 'interleave cluster restart {silo.Number}'.");

    /// <summary>What is left once a silo has ended.</summary>
    public static string Rest(RegisteredCluster cluster) => cluster.Living.Count == 0
        ? "It was the last one: the cluster is gone."
        : $"{cluster.Living.Count} of {cluster.Silos.Count} silos live on; its grains are activated there at their next call, without their state.";
}
