using Interleave.Client.Clusters;

namespace Interleave.Client.Chaos;

internal sealed class StopFault : IFault
{
    public string Name => "stop";

    public string Description => "a silo is told to stop: it deactivates its grains and leaves";

    public async Task<string> StrikeAsync(LocalCluster cluster, int victim, CancellationToken cancellation)
    {
        await cluster.StopAsync(victim, cancellation);
        return $"silo {victim} stopped";
    }

    public Task RepairAsync(LocalCluster cluster, int victim, CancellationToken cancellation) => cluster.RestartAsync(victim, cancellation);
}
