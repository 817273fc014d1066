using System.CommandLine;
using System.Diagnostics;
using Interleave.Client.Clusters;
using Interleave.Client.Reporting.Terminal;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave cluster down</c>: ends clusters that run, those that are being started included.</summary>
internal static class ClusterDownCommand
{
    public static Command Create()
    {
        var name = ClusterCommands.NameOption();
        var all = new Option<bool>("--all") { Description = "End every cluster that runs." };
        var command = new Command("down", "Ends the silos, gracefully, or hard when they do not stop in time.") { name, all };
        command.SetAction((parsed, cancellation) => DownAsync(parsed.GetValue(name), parsed.GetValue(all), ClusterRegistry.OfThisUser(), cancellation));
        return command.WithExamples("cluster down", "cluster down --name lab", "cluster down --all");
    }

    private static async Task<int> DownAsync(string? name, bool all, ClusterRegistry registry, CancellationToken cancellation)
    {
        var console = Terminals.Open();
        var clusters = ClusterCommands.Meant(name, registry);
        if (clusters.Count == 0)
        {
            console.Write(new TextLine(ClusterCommands.NoneRuns));
        }
        else if (clusters.Count > 1 && !all)
        {
            throw ClusterCommands.Ambiguous(clusters);
        }

        foreach (var cluster in clusters)
        {
            await Task.WhenAll(cluster.Processes().Select(process => StopAsync(process, cancellation)));
            registry.Remove(cluster.Name);
            console.Write(new TextLine($"Cluster '{cluster.Name}' is down."));
        }

        return ExitCode.Done;
    }

    private static async Task StopAsync(Process process, CancellationToken cancellation)
    {
        using (process)
        {
            await Termination.StopAsync(process, cancellation);
        }
    }
}
