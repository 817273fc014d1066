using System.Globalization;
using Interleave.Client.Scenarios;
using Interleave.Silo.Database;

namespace Interleave.Client.Clusters;

/// <inheritdoc cref="ILosableSilos"/>
internal sealed class LosableCluster : ILosableSilos
{
    private const int Silos = 2;

    /// <summary>A client of Orleans learns only by it that a call in progress was lost.</summary>
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(1);

    private readonly LocalCluster _cluster;
    private readonly GrainClientHost _client;

    private LosableCluster(LocalCluster cluster, GrainClientHost client) => (_cluster, _client) = (cluster, client);

    public IGrainFactory Grains => _client.Client;

    /// <param name="database">Where they find each other and grains keep their state, as the cluster of the run does; null for a folder.</param>
    public static async Task<ILosableSilos> StartAsync(PostgresConnection? database, CancellationToken cancellation)
    {
        var options = new LocalClusterOptions { Silos = Silos, ResponseTimeout = ResponseTimeout, Database = database };
        var cluster = await LocalCluster.StartAsync(options, cancellation);
        try
        {
            return new LosableCluster(cluster, await GrainClientHost.ConnectAsync(cluster.Address, cancellation));
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public Task KillAsync(string silo, CancellationToken cancellation)
    {
        var processId = int.Parse(silo.AsSpan(silo.LastIndexOf(':') + 1), CultureInfo.InvariantCulture);
        return _cluster.KillAsync(_cluster.Silos.Single(member => member.ProcessId == processId).Number, cancellation);
    }

    public async Task RestoreAsync(CancellationToken cancellation)
    {
        foreach (var lost in _cluster.Silos.Except(_cluster.Living).ToList())
        {
            await _cluster.RestartAsync(lost.Number, cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _cluster.DisposeAsync();
    }
}
