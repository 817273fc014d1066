using Interleave.Client.Clusters;

namespace Interleave.Client.Chaos;

/// <remarks>Silos that stay frozen for three seconds are ended by the others: this one comes back before that.</remarks>
internal sealed class FreezeFault : IFault
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    public string Name => "freeze";

    public string Description => $"every thread of a silo stands still for {Length.TotalSeconds:0} s";

    public async Task<string> StrikeAsync(LocalCluster cluster, int victim, CancellationToken cancellation)
    {
        cluster.Freeze(victim);
        try
        {
            await Task.Delay(Length, cancellation);
        }
        finally
        {
            ThawIfItLives(cluster, victim);
        }

        return $"silo {victim} frozen for {Length.TotalSeconds:0} s";
    }

    /// <summary>A starved machine may have taken the silo for one that stays frozen.</summary>
    public async Task RepairAsync(LocalCluster cluster, int victim, CancellationToken cancellation)
    {
        if (cluster.Living.All(silo => silo.Number != victim))
        {
            await cluster.RestartAsync(victim, cancellation);
        }
    }

    private static void ThawIfItLives(LocalCluster cluster, int victim)
    {
        if (cluster.Living.Any(silo => silo.Number == victim))
        {
            cluster.Thaw(victim);
        }
    }
}
