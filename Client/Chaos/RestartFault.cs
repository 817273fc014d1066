using Interleave.Client.Clusters;

namespace Interleave.Client.Chaos;

internal sealed class RestartFault : IFault
{
    public string Name => "restart";

    public string Description => "a silo's process is killed and started again at once";

    public async Task<string> StrikeAsync(LocalCluster cluster, int victim, CancellationToken cancellation)
    {
        await cluster.KillAsync(victim, cancellation);
        await cluster.RestartAsync(victim, cancellation);
        return $"silo {victim} killed and restarted";
    }

    public Task RepairAsync(LocalCluster cluster, int victim, CancellationToken cancellation) => Task.CompletedTask;
}
