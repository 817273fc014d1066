using Interleave.Client.Chaos;
using Interleave.Client.Clusters;
using Interleave.Silo;

namespace EndToEnd.Tests.Clusters;

/// <summary>Puts the stored state back to what it was a moment ago, as a restored backup would.</summary>
internal sealed class RollBack : IFault
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    public string Name => "roll back";

    public string Description => "storage loses the last second";

    public async Task<string> StrikeAsync(LocalCluster cluster, int victim, CancellationToken cancellation)
    {
        var folder = ClusterFolder.Of(cluster.Address.ClusterId);
        var state = Directory.GetDirectories(folder.Path, "state", SearchOption.AllDirectories).Single();
        // A file that is being replaced in this moment is not there twice.
        var old = new Dictionary<string, byte[]>();
        foreach (var file in Directory.GetFiles(state).Where(file => Path.GetExtension(file).Length == 0))
        {
            old[file] = await File.ReadAllBytesAsync(file, cancellation);
        }

        await Task.Delay(Moment, cancellation);
        foreach (var silo in cluster.Silos)
        {
            await cluster.KillAsync(silo.Number, cancellation);
        }

        foreach (var (file, bytes) in old)
        {
            await File.WriteAllBytesAsync(file, bytes, cancellation);
        }

        foreach (var silo in cluster.Silos)
        {
            await cluster.RestartAsync(silo.Number, cancellation);
        }

        return "storage rolled back";
    }

    public Task RepairAsync(LocalCluster cluster, int victim, CancellationToken cancellation) => Task.CompletedTask;
}
