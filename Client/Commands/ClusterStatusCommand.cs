using System.CommandLine;
using Interleave.Client.Clusters;
using Interleave.Client.Reporting.Terminal;
using Interleave.Silo.GrainRuntimes;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave cluster status</c>: the silos, what they hold and what they take.</summary>
internal static class ClusterStatusCommand
{
    public static Command Create()
    {
        var name = ClusterCommands.NameOption();
        var command = new Command("status", "The silos that run: address, process, activations, memory, CPU time.") { name };
        command.SetAction((parsed, cancellation) => ShowAsync(parsed.GetValue(name), ClusterRegistry.OfThisUser(), cancellation));
        return command.WithExamples("cluster status", "cluster status --name lab");
    }

    private static async Task<int> ShowAsync(string? name, ClusterRegistry registry, CancellationToken cancellation)
    {
        var console = Terminals.Open();
        var clusters = ClusterCommands.Meant(name, registry);
        if (clusters.Count == 0)
        {
            console.Write(new TextLine("No cluster runs. Start one with 'interleave cluster up'."));
        }

        foreach (var cluster in clusters)
        {
            console.Write(new TextLine($"Cluster '{cluster.Name}' on {cluster.Runtime}"));
            // Silos of the other runtime do not answer to this program; their processes can be looked at.
            console.Write(ClusterTable.Of(cluster, cluster.Runtime == GrainRuntime.Name ? await ActivationsAsync(cluster, cancellation) : new Dictionary<int, int>()));
        }

        return ExitCode.Done;
    }

    private static async Task<Dictionary<int, int>> ActivationsAsync(RegisteredCluster cluster, CancellationToken cancellation)
    {
        await using var client = await GrainClientHost.ConnectAsync(RunningCluster.Of(cluster).Address, cancellation);
        var management = client.Client.GetGrain<IManagementGrain>(0);
        SiloAddress[] silos = [.. (await management.GetHosts(onlyActive: true)).Keys];
        var statistics = await management.GetRuntimeStatistics(silos);
        return silos.Zip(statistics).ToDictionary(silo => silo.First.Endpoint.Port, silo => silo.Second.ActivationCount);
    }
}
