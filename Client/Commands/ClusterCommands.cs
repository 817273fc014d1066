using System.CommandLine;
using Interleave.Client.Clusters;

namespace Interleave.Client.Commands;

/// <summary><c>interleave cluster</c>: silos on this machine that run on between commands.</summary>
internal static class ClusterCommands
{
    public static Command Create() => new Command("cluster", "Starts, shows, kills and ends silos on this machine that run on between commands.")
    {
        ClusterUpCommand.Create(),
        ClusterStatusCommand.Create(),
        ClusterKillCommand.Create(),
        ClusterDownCommand.Create(),
    }.WithExamples("cluster up --silos 3", "cluster status", "run io --cluster cluster-1", "cluster kill 2", "cluster down");

    public static Option<string?> NameOption() =>
        new("--name") { Description = "Which cluster, when several run.", HelpName = "name" };

    /// <summary>The clusters that are meant: the named one, or all of those that run.</summary>
    public static IReadOnlyList<RegisteredCluster> Meant(string? name, ClusterRegistry registry)
    {
        var clusters = registry.All();
        return name is null ? clusters : clusters.Where(cluster => cluster.Name == name).ToList() is { Count: > 0 } named ? named : throw Unknown(name, clusters);
    }

    /// <summary>The one cluster that is meant.</summary>
    public static RegisteredCluster OneMeant(string? name, ClusterRegistry registry) => Meant(name, registry) switch
    {
        [var cluster] => cluster,
        [] => throw new UserError("No cluster runs. Start one with 'interleave cluster up'."),
        var clusters => throw new UserError($"Several clusters run: say which by --name. Allowed: {string.Join(", ", clusters.Select(cluster => cluster.Name))}."),
    };

    private static UserError Unknown(string name, IReadOnlyList<RegisteredCluster> clusters) => new(
        $"--name {name}: no cluster of this name runs. {(clusters.Count == 0 ? "None runs." : $"Allowed: {string.Join(", ", clusters.Select(cluster => cluster.Name))}.")}");
}
