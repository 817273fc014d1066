using System.Text.Json;

namespace Interleave.Client.Clusters;

/// <summary>Remembers, for this user, the clusters that run on after the command that started them: a file a cluster.</summary>
internal sealed class ClusterRegistry(string folder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static ClusterRegistry OfThisUser() => new(Path.Combine(
        Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } state
            ? state
            : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
        "interleave",
        "clusters"));

    /// <summary>The clusters of which a silo lives; what is left of others is cleared away.</summary>
    public IReadOnlyList<RegisteredCluster> All()
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var clusters = new List<RegisteredCluster>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (Read(file) is { Lives: true } cluster)
            {
                clusters.Add(cluster);
            }
            else
            {
                File.Delete(file);
            }
        }

        return clusters;
    }

    /// <summary>Notes a cluster down, unless its name is taken.</summary>
    public bool TryAdd(RegisteredCluster cluster)
    {
        Directory.CreateDirectory(folder);
        var beside = Path.Combine(folder, $"{Guid.NewGuid():N}.new");
        File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(cluster, Json));
        try
        {
            File.Move(beside, FileOf(cluster.Name), overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(FileOf(cluster.Name)))
        {
            File.Delete(beside);
            return false;
        }
    }

    public void Remove(string name) => File.Delete(FileOf(name));

    private static RegisteredCluster? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<RegisteredCluster>(File.ReadAllBytes(file), Json);
        }
        catch (Exception exception) when (exception is JsonException or FileNotFoundException)
        {
            // Not ours, or gone since it was listed: nothing that runs is known by it.
            return null;
        }
    }

    private string FileOf(string name) => Path.Combine(folder, $"{name}.json");
}
