using System.CommandLine;
using System.Globalization;
using Interleave.Client.Clusters;

namespace Interleave.Client.Commands;

/// <summary><c>interleave cluster</c>: silos on this machine that run on between commands.</summary>
internal static class ClusterCommands
{
    public const string NoneRuns = "No cluster runs. Start one with 'interleave cluster up'.";

    public static Command Create() => new Command("cluster", "Starts, shows, disturbs and ends silos on this machine that run on between commands.")
    {
        ClusterUpCommand.Create(),
        ClusterStatusCommand.Create(),
        ClusterAddCommand.Create(),
        ClusterStopCommand.Create(),
        ClusterKillCommand.Create(),
        ClusterFreezeCommand.Create(),
        ClusterThawCommand.Create(),
        ClusterRestartCommand.Create(),
        ClusterDownCommand.Create(),
        ClusterCertificatesCommand.Create(),
    }.WithExamples("cluster up --silos 3", "cluster status", "run io --cluster cluster-1", "cluster kill 2", "cluster restart 2", "cluster down");

    public static Option<string?> NameOption() =>
        new("--name") { Description = "Which cluster, when several run.", HelpName = "name" };

    /// <summary>A command about one silo.</summary>
    public static Command ForSilo(string name, string description, Func<RegisteredCluster, RegisteredSilo, CancellationToken, Task<int>> run)
    {
        var number = new Argument<string>("silo") { Description = "The silo's number, as 'cluster status' shows it." };
        var cluster = NameOption();
        var command = new Command(name, description) { number, cluster };
        command.SetAction((parsed, cancellation) =>
        {
            var meant = OneMeant(parsed.GetValue(cluster), ClusterRegistry.OfThisUser());
            return run(meant, SiloMeant(parsed.GetValue(number)!, meant), cancellation);
        });
        return command.WithExamples($"cluster {name} 2", $"cluster {name} 1 --name lab");
    }

    /// <summary>The clusters that are meant: the named one, or all of those that run.</summary>
    public static IReadOnlyList<RegisteredCluster> Meant(string? name, ClusterRegistry registry)
    {
        var clusters = registry.All();
        return name is null
            ? clusters
            : clusters.Where(cluster => cluster.Name == name).ToList() is { Count: > 0 } named ? named : throw Unknown(name, clusters);
    }

    /// <summary>The one cluster that is meant.</summary>
    public static RegisteredCluster OneMeant(string? name, ClusterRegistry registry) => Meant(name, registry) switch
    {
        [var cluster] => cluster,
        [] => throw new UserError(NoneRuns),
        var clusters => throw Ambiguous(clusters),
    };

    public static UserError Ambiguous(IReadOnlyList<RegisteredCluster> clusters) =>
        new($"Several clusters run: say which by --name. Allowed: {string.Join(", ", clusters.Select(cluster => cluster.Name))}.");

    private static RegisteredSilo SiloMeant(string given, RegisteredCluster cluster) =>
        cluster.Silos.FirstOrDefault(silo => silo.Number.ToString(CultureInfo.InvariantCulture) == given) ?? throw new UserError(
            cluster.Silos.Count == 0
                ? $"The cluster '{cluster.Name}' is still being started: wait until 'cluster up' is done."
                : $"Silo {given}: the cluster '{cluster.Name}' has none of this number. Allowed: " +
                    $"{string.Join(", ", cluster.Silos.Select(silo => silo.Number))}.");

    private static UserError Unknown(string name, IReadOnlyList<RegisteredCluster> clusters) => new(
        $"--name {name}: no cluster of this name runs. " +
            $"{(clusters.Count == 0 ? "None runs." : $"Allowed: {string.Join(", ", clusters.Select(cluster => cluster.Name))}.")}");
}
