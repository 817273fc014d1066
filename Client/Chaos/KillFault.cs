using Interleave.Client.Clusters;

namespace Interleave.Client.Chaos;

internal sealed class KillFault : IFault
{
    public string Name => "kill";

    public string Description => "a silo's process is killed, and stays away";

    public async Task<string> StrikeAsync(LocalCluster cluster, int victim, CancellationToken cancellation)
    {
        await cluster.KillAsync(victim, cancellation);
        return $"silo {victim} killed";
    }

    public Task RepairAsync(LocalCluster cluster, int victim, CancellationToken cancellation) => cluster.RestartAsync(victim, cancellation);
}
