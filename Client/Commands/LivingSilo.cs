using System.Diagnostics;
using Interleave.Client.Clusters;
using Interleave.Client.Reporting.Terminal;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary>The process of a registered silo that must live for a command to make sense.</summary>
internal static class LivingSilo
{
    public static Process Of(RegisteredCluster cluster, RegisteredSilo silo) => cluster.ProcessOf(silo)
        ?? throw new UserError(
            $"Silo {silo.Number} of the cluster '{cluster.Name}' has ended. Allowed: a silo that runs, or first 'interleave cluster restart {silo.Number}'.");

    /// <summary>Ends it, and says what is left.</summary>
    /// <param name="end">Returns when the process is gone.</param>
    /// <param name="how">What happened to it, such as "was killed".</param>
    public static async Task<int> EndAsync(
        RegisteredCluster cluster, RegisteredSilo silo, Func<Process, CancellationToken, Task> end, string how, CancellationToken cancellation)
    {
        using var process = Of(cluster, silo);
        await end(process, cancellation);
        Terminals.Open().Write(new TextLine($"Silo {silo.Number} (process {silo.ProcessId}) {how}. {Rest(cluster)}"));
        return ExitCode.Done;
    }

    private static string Rest(RegisteredCluster cluster) => cluster.Living.Count == 0
        ? "It was the last one: the cluster is gone."
        : $"{cluster.Living.Count} of {cluster.Silos.Count} silos live on; its grains are activated there at their next call, without their state.";
}
