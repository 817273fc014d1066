using System.CommandLine;
using Interleave.Client.Clusters;
using Interleave.Client.Planning;
using Interleave.Client.Reporting.Terminal;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave cluster add</c>: one more silo for a cluster that runs.</summary>
internal static class ClusterAddCommand
{
    public static Command Create()
    {
        var name = ClusterCommands.NameOption();
        var command = new Command("add", "Starts one more silo.") { name };
        command.SetAction((parsed, cancellation) => AddAsync(ClusterCommands.OneMeant(parsed.GetValue(name), ClusterRegistry.OfThisUser()), cancellation));
        return command.WithExamples("cluster add", "cluster add --name lab");
    }

    private static async Task<int> AddAsync(RegisteredCluster cluster, CancellationToken cancellation)
    {
        cluster.ThrowIfOnAnotherRuntime();
        if (cluster.Living.Count >= Planner.MostSilos)
        {
            throw new UserError($"The cluster '{cluster.Name}' has {cluster.Living.Count} silos: at most {Planner.MostSilos} are allowed.");
        }

        var added = await DetachedSilo.StartAsync(cluster, silos => silos.Select(silo => silo.Number).DefaultIfEmpty().Max() + 1, before: null, cancellation);
        Terminals.Open().Write(new TextLine($"Silo {added.Number} (process {added.ProcessId}) has joined the cluster '{cluster.Name}'."));
        return ExitCode.Done;
    }
}
