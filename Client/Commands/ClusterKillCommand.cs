using System.CommandLine;
using System.Globalization;
using Interleave.Client.Clusters;
using Interleave.Client.Reporting.Terminal;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave cluster kill</c>: ends one silo as a crash would, to see the others take over.</summary>
internal static class ClusterKillCommand
{
    public static Command Create()
    {
        var number = new Argument<string>("silo") { Description = "The silo's number, as 'cluster status' shows it." };
        var name = ClusterCommands.NameOption();
        var graceful = new Option<bool>("--graceful") { Description = "Let the silo deactivate its grains and take its leave, instead of crashing it." };
        var command = new Command("kill", "Ends one silo as a crash would.") { number, name, graceful };
        command.SetAction((parsed, cancellation) =>
            KillAsync(parsed.GetValue(number)!, parsed.GetValue(name), parsed.GetValue(graceful), ClusterRegistry.OfThisUser(), cancellation));
        return command.WithExamples("cluster kill 2", "cluster kill 1 --name lab", "cluster kill 2 --graceful");
    }

    private static async Task<int> KillAsync(string given, string? name, bool graceful, ClusterRegistry registry, CancellationToken cancellation)
    {
        var cluster = ClusterCommands.OneMeant(name, registry);
        var silo = cluster.Silos.FirstOrDefault(candidate => candidate.Number.ToString(CultureInfo.InvariantCulture) == given)
            ?? throw new UserError($"Silo {given}: the cluster '{cluster.Name}' has none of this number. Allowed: {string.Join(", ", cluster.Silos.Select(candidate => candidate.Number))}.");
        using var process = silo.Find() ?? throw new UserError($"Silo {given} of the cluster '{cluster.Name}' is gone already.");
        if (graceful)
        {
            await Termination.StopAsync(process, cancellation);
        }
        else
        {
            await Termination.KillAsync(process, cancellation);
        }

        var left = cluster.Silos.Count(candidate =>
        {
            using var alive = candidate.Find();
            return alive is not null;
        });
        Terminals.Open().WriteLine(
            $"Silo {silo.Number} (process {silo.ProcessId}) {(graceful ? "stopped" : "killed, without a farewell")}. "
            + (left == 0 ? "It was the last one: the cluster is gone." : $"{left} of {cluster.Silos.Count} silos live on; its grains are activated there at their next call, without their state."));
        return ExitCode.Done;
    }
}
