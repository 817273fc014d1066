using System.Globalization;
using Interleave.Client.Clusters;

namespace Interleave.Client.Chaos;

/// <remarks>Connections stay open and nothing passes, as with a cable that is pulled; then what was under way is delivered.</remarks>
internal sealed class DatabaseFault(TimeSpan length) : IFault
{
    public string Name => "database";

    public string Description => $"no silo reaches the database for {Seconds} s";

    public bool NeedsDatabase => true;

    public TimeSpan Length => length;

    private string Seconds => length.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);

    public async Task<string> StrikeAsync(LocalCluster cluster, int victim, CancellationToken cancellation)
    {
        var link = cluster.DatabaseLink ?? throw new InvalidOperationException("This cluster has no way to a database that can be cut.");
        link.Cut();
        try
        {
            await Task.Delay(length, cancellation);
        }
        finally
        {
            link.Mend();
        }

        return $"the database cut off for {Seconds} s";
    }

    public Task RepairAsync(LocalCluster cluster, int victim, CancellationToken cancellation) => Task.CompletedTask;
}
