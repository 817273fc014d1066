using System.CommandLine;
using Interleave.Client.Clusters;
using Interleave.Client.Reporting.Terminal;
using Interleave.Silo;
using Interleave.Silo.GrainRuntimes;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave cluster status</c>: the silos, what they hold and what they take.</summary>
internal static class ClusterStatusCommand
{
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(5);

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
            console.Write(new TextLine(ClusterCommands.NoneRuns));
        }

        foreach (var cluster in clusters)
        {
            console.Write(new TextLine($"Cluster '{cluster.Name}' on {cluster.Runtime}{(cluster.Silos.Count == 0 ? " is being started." : "")}"));
            if (cluster.Silos.Count > 0)
            {
                console.Write(ClusterTable.Create(cluster, await ActivationsAsync(cluster, cancellation)));
            }
        }

        return ExitCode.Done;
    }

    /// <summary>By silo port; none where silos are on another runtime, do not answer in time, or one is frozen and would keep the others waiting.</summary>
    private static async Task<IReadOnlyDictionary<int, int>> ActivationsAsync(RegisteredCluster cluster, CancellationToken cancellation)
    {
        if (cluster.Runtime != GrainRuntime.Name || cluster.Living.Count == 0 || cluster.Living.Any(silo => ProcessStates.IsFrozen(silo.ProcessId)))
        {
            return new Dictionary<int, int>();
        }

        try
        {
            var address = RunningCluster.Create(cluster).Address with { ResponseTimeout = AnswerLimit };
            await using var client = await GrainClientHost.ConnectAsync(address, cancellation, AnswerLimit);
            var management = client.Client.GetGrain<IManagementGrain>(0);
            SiloAddress[] silos = [.. (await management.GetHosts(onlyActive: true)).Keys];
            var statistics = await management.GetRuntimeStatistics(silos);
            return silos.Zip(statistics).ToDictionary(silo => silo.First.Endpoint.Port, silo => silo.Second.ActivationCount);
        }
        catch (Exception exception) when (exception is ClusterException or TimeoutException or OrleansException)
        {
            return new Dictionary<int, int>();
        }
    }
}
