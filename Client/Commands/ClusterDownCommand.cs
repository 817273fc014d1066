using System.CommandLine;
using Interleave.Client.Clusters;
using Interleave.Client.Reporting.Terminal;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave cluster down</c>: ends clusters that run.</summary>
internal static class ClusterDownCommand
{
    public static Command Create()
    {
        var name = ClusterCommands.NameOption();
        var all = new Option<bool>("--all") { Description = "End every cluster that runs." };
        var command = new Command("down", "Ends the silos, gracefully, or hard when they do not heed.") { name, all };
        command.SetAction((parsed, cancellation) => DownAsync(parsed.GetValue(name), parsed.GetValue(all), ClusterRegistry.OfThisUser(), cancellation));
        return command.WithExamples("cluster down", "cluster down --name lab", "cluster down --all");
    }

    private static async Task<int> DownAsync(string? name, bool all, ClusterRegistry registry, CancellationToken cancellation)
    {
        var console = Terminals.Open();
        foreach (var cluster in all ? ClusterCommands.Meant(name, registry) : [ClusterCommands.OneMeant(name, registry)])
        {
            foreach (var silo in cluster.Silos.Reverse())
            {
                using var process = silo.Find();
                await (process is null ? Task.CompletedTask : Termination.StopAsync(process, cancellation));
            }

            registry.Remove(cluster.Name);
            console.Write(new TextLine($"Cluster '{cluster.Name}' is down."));
        }

        return ExitCode.Done;
    }
}
