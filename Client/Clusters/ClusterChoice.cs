namespace Interleave.Client.Clusters;

/// <summary>The cluster that a run was told to use: one of its own, or one that runs already.</summary>
internal static class ClusterChoice
{
    public const string Local = "local";

    /// <summary>The cluster that <c>--cluster</c> names; null where one is to be started, or where it is not known, which adds a line to <paramref name="faults"/>.</summary>
    public static RunningCluster? Find(string? asked, Faults faults) =>
        faults.Catch(() => asked is null or Local ? null : RunningCluster.Find(asked, ClusterRegistry.OfThisUser()));
}
