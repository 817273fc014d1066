namespace Interleave.Client.Clusters;

/// <summary>The cluster that a run was told to use: one of its own, or one that runs already.</summary>
internal static class ClusterChoice
{
    public const string Local = "local";

    /// <summary>A cluster whose silos are found in a database; with its id before it, as <c>ID@postgres</c>, where it is not the usual one.</summary>
    public const string Postgres = "postgres";

    /// <summary>The variable that names a cluster where <c>--cluster</c> is left out, as a client in a container beside its cluster has it.</summary>
    private const string Variable = "INTERLEAVE_CLUSTER";

    /// <summary>Long enough for a handshake across the world, and short enough for somebody who mistyped.</summary>
    public static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(2);

    /// <summary>The cluster where none is asked for; null where one is to be started.</summary>
    public static string? Usual => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } usual ? usual : null;

    /// <summary>
    /// The cluster that <c>--cluster</c> names; null where one is to be started, or where it is not known, which adds a line to <paramref name="faults"/>.
    /// </summary>
    public static RunningCluster? Find(string? asked, ClusterAccess access, Faults faults) =>
        faults.Catch(() => asked is null or Local ? null : Reachable(RunningCluster.Find(asked, ClusterRegistry.OfThisUser(), access)));

    private static RunningCluster Reachable(RunningCluster cluster) => Listeners.AnyAt(cluster.Address.Gateways, AnswerLimit)
        ? cluster
        : throw new UserError($"Nothing listens at {string.Join(", ", cluster.Address.Gateways)} in --cluster: allowed are gateways of silos that run.");
}
