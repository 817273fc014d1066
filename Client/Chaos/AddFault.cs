using Interleave.Client.Clusters;

namespace Interleave.Client.Chaos;

internal sealed class AddFault : IFault
{
    private int _added;

    public string Name => "add";

    public string Description => "one more silo joins";

    public async Task<string> StrikeAsync(LocalCluster cluster, int victim, CancellationToken cancellation)
    {
        _added = (await cluster.AddAsync(cancellation)).Number;
        return $"silo {_added} added";
    }

    public Task RepairAsync(LocalCluster cluster, int victim, CancellationToken cancellation) => cluster.StopAsync(_added, cancellation);
}
