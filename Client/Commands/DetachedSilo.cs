using Interleave.Client.Clusters;

namespace Interleave.Client.Commands;

/// <summary>Starts a silo of a cluster that runs already, and lets it run on once it is on record.</summary>
internal static class DetachedSilo
{
    /// <param name="numberAmong">The new silo's number, from the silos that are on record by then.</param>
    /// <param name="before">Whose ports it takes again, if they are free.</param>
    public static async Task<RegisteredSilo> StartAsync(
        RegisteredCluster cluster, Func<IReadOnlyList<RegisteredSilo>, int> numberAmong, ClusterSilo? before, CancellationToken cancellation)
    {
        await using var child = await ChildSilo.StartAsync(
            new LocalClusterOptions { ClusterId = cluster.Name, Detached = true }, before is null ? SiloPlace.Any : SiloPlace.PreferablyOf(before),
            cancellation);
        RegisteredSilo? started = null;
        ClusterRegistry.OfThisUser().Update(cluster.Name, silos =>
        {
            started = RegisteredSilo.From(numberAmong(silos), child.Ready);
            return [.. silos.Where(silo => silo.Number != started.Number), started];
        });
        await child.ReleaseAsync();
        return started!; // The update has set it, or thrown.
    }
}
