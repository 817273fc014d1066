using System.CommandLine;
using System.Globalization;
using Interleave.Client.Clusters;
using Interleave.Client.Planning;
using Interleave.Client.Reporting.Terminal;
using Interleave.Silo;
using Interleave.Silo.GrainRuntimes;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave cluster up</c>: starts silos that outlive the command.</summary>
internal static class ClusterUpCommand
{
    private static readonly WholeNumber Silos = new("--silos", 1, Planner.MostSilos);

    public static Command Create()
    {
        var silos = new Option<string?>("--silos") { Description = $"How many silo processes, 1 to {Silos.Maximum} (default 2).", HelpName = "N" };
        var name = new Option<string?>("--name") { Description = "What to call the cluster (default cluster-1, or the next that is free).", HelpName = "name" };
        var command = new Command("up", "Starts silos that run on until 'cluster down'.") { silos, name };
        command.SetAction((parsed, cancellation) => UpAsync(parsed.GetValue(silos), parsed.GetValue(name), ClusterRegistry.OfThisUser(), cancellation));
        return command.WithExamples("cluster up", "cluster up --silos 3 --name lab");
    }

    private static async Task<int> UpAsync(string? silos, string? asked, ClusterRegistry registry, CancellationToken cancellation)
    {
        var taken = registry.All().Select(cluster => cluster.Name).ToHashSet();
        var faults = new Faults();
        var number = Silos.Read(silos, faults) ?? 2;
        faults.Add(FaultsOf(asked, taken));
        faults.ThrowIfAny();

        using var seat = Claim(asked, taken, registry);
        var name = seat.Folder.ClusterId;
        var cluster = await LocalCluster.StartAsync(new LocalClusterOptions { Silos = number, ClusterId = name, Detached = true }, cancellation);
        // Until they are on record, the silos end with this process, however it ends.
        var registered = registry.Update(name, _ => cluster.Registered);
        await cluster.ReleaseAsync();
        Show(registered, cluster.StartTime);
        return ExitCode.Done;
    }

    private static void Show(RegisteredCluster cluster, TimeSpan startTime)
    {
        var console = Terminals.Open();
        console.Write(ClusterTable.Create(cluster, new Dictionary<int, int>()));
        console.Write(new TextLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Cluster '{cluster.Name}' on {cluster.Runtime}: {cluster.Silos.Count} silos, up in {startTime.TotalSeconds:0.0} s.")));
        console.Write(new TextLine($"Use it:     interleave run --cluster {cluster.Name}"));
        console.Write(new TextLine($"Look at it: interleave cluster status --name {cluster.Name}"));
        console.Write(new TextLine($"End it:     interleave cluster down --name {cluster.Name}"));
    }

    /// <summary>Puts the cluster on record before its first silo starts.</summary>
    private static ClusterSeat Claim(string? asked, HashSet<string> taken, ClusterRegistry registry)
    {
        var names = asked is not null
            ? [asked]
            : Enumerable.Range(1, int.MaxValue).Select(count => $"cluster-{count}").Where(name => !taken.Contains(name)).Take(100);
        return names.Select(name => registry.TryClaim(name, GrainRuntime.Name, TimeProvider.System.GetUtcNow())).FirstOrDefault(seat => seat is not null)
            ?? throw new UserError($"--name {asked}: silos of this name run already. Allowed: any other name.");
    }

    private static IEnumerable<string> FaultsOf(string? name, HashSet<string> taken)
    {
        if (name is not null
            && (
                name.Length is 0 or > 64 || name is ClusterChoice.Local or ClusterChoice.Postgres
                || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
                || !char.IsAsciiLetterOrDigit(name[0])))
        {
            yield return $"--name {name}: allowed are 1 to 64 of A-Z, a-z, 0-9, '-' and '_', a letter or digit first, and not " +
                $"'{ClusterChoice.Local}' or '{ClusterChoice.Postgres}'.";
        }
        else if (name is not null && taken.Contains(name))
        {
            yield return $"--name {name}: a cluster of this name runs. Allowed: any other name, or first 'interleave cluster down --name {name}'.";
        }
    }
}
