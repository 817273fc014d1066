using System.Text.Json;
using Interleave.Silo;

namespace Interleave.Client.Clusters;

/// <summary>Remembers, for this user, the clusters that run on after the command that started them: a file in each cluster's folder.</summary>
/// <param name="clusters">The folder of all clusters.</param>
internal sealed class ClusterRegistry(string clusters)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static ClusterRegistry OfThisUser() => new(ClusterFolder.Clusters);

    /// <summary>The clusters of which a silo lives, or which are being started; what is left of others is cleared away.</summary>
    public IReadOnlyList<RegisteredCluster> All() =>
    [
        .. ClusterFolder.All(clusters).Select(folder => Read(folder) is { } record ? new RegisteredCluster(folder, record) : null).OfType<RegisteredCluster>(),
    ];

    /// <summary>Notes down that a cluster of this name is being started; null where the name is in use.</summary>
    /// <returns>The starter's seat: the cluster is on record for as long as it or a silo's is held.</returns>
    public ClusterSeat? TryClaim(string name, string runtime, DateTimeOffset startedAt)
    {
        var seat = FolderOf(name).TakeSeat(SeatKind.Starter);
        var isClaimed = false;
        seat.Folder.Change(() =>
        {
            isClaimed = !File.Exists(FileOf(seat.Folder)) && !seat.Folder.Seats().Any(ClusterSeat.IsOfSilo);
            if (isClaimed)
            {
                Write(seat.Folder, new ClusterRecord(runtime, startedAt, []));
            }
        });
        if (isClaimed)
        {
            return seat;
        }

        seat.Dispose();
        return null;
    }

    /// <summary>Notes down which silos a cluster has.</summary>
    /// <param name="change">From those that are on record to those that are to be.</param>
    public RegisteredCluster Update(string name, Func<IReadOnlyList<RegisteredSilo>, IEnumerable<RegisteredSilo>> change)
    {
        var folder = FolderOf(name);
        RegisteredCluster? updated = null;
        folder.Change(() =>
        {
            if (Read(folder) is { } record)
            {
                record = record with { Silos = [.. change(record.Silos).OrderBy(silo => silo.Number)] };
                Write(folder, record);
                updated = new RegisteredCluster(folder, record);
            }
        });
        return updated ?? throw new ClusterException($"The cluster '{name}' is not on record any more.");
    }

    /// <summary>Forgets a cluster; what its folder still holds goes with the last seat, or now where the last silo was killed and could not do it.</summary>
    public void Remove(string name)
    {
        var folder = FolderOf(name);
        folder.Change(() => File.Delete(FileOf(folder)));
        folder.RemoveUnlessUsed();
    }

    private static ClusterRecord? Read(ClusterFolder folder)
    {
        try
        {
            return JsonSerializer.Deserialize<ClusterRecord>(File.ReadAllBytes(FileOf(folder)), Json);
        }
        catch (Exception exception) when (exception is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            // A cluster that no command of ours started, or that ended in this moment.
            return null;
        }
    }

    private static void Write(ClusterFolder folder, ClusterRecord record)
    {
        var beside = FileOf(folder) + ".new";
        File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(record, Json));
        File.Move(beside, FileOf(folder), overwrite: true);
    }

    private static string FileOf(ClusterFolder folder) => Path.Combine(folder.Path, "cluster.json");

    private ClusterFolder FolderOf(string name) => new(Path.Combine(clusters, name));
}
