using System.Globalization;
using Interleave.Client.Clusters;
using Interleave.Grains.Isolation;

namespace Interleave.Client.Scenarios.Isolation;

/// <summary>Two silos that may be lost: started beside those of the run, and ended with the worker.</summary>
internal sealed class LosableCluster : IAsyncDisposable
{
    private const int Silos = 2;

    /// <summary>So many grains that both silos are called.</summary>
    private const int FirstCalls = 8;

    /// <summary>A client of Orleans learns only by it that a call in progress was lost.</summary>
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(1);

    private readonly LocalCluster _cluster;
    private readonly GrainClientHost _client;
    private long _nextKey;

    private LosableCluster(LocalCluster cluster, GrainClientHost client) => (_cluster, _client) = (cluster, client);

    public static async Task<LosableCluster> StartAsync(CancellationToken cancellation)
    {
        var options = new LocalClusterOptions { Silos = Silos, ResponseTimeout = ResponseTimeout };
        var cluster = await LocalCluster.StartAsync(options, cancellation);
        try
        {
            var losable = new LosableCluster(cluster, await GrainClientHost.ConnectAsync(cluster.Address, cancellation));
            await losable.AnswersAsync(cancellation);
            return losable;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Grains that nobody has called before.</summary>
    public IReadOnlyList<IFallibleGrain> NewGrains<TGrain>(int count)
        where TGrain : IFallibleGrain => [.. Enumerable.Range(0, count).Select(_ => _client.Client.GetGrain<TGrain>(_nextKey++))];

    /// <summary>Kills the silo that gave this name.</summary>
    public Task KillAsync(string silo, CancellationToken cancellation)
    {
        var processId = int.Parse(silo.AsSpan(silo.LastIndexOf(':') + 1), CultureInfo.InvariantCulture);
        return _cluster.KillAsync(_cluster.Silos.Single(member => member.ProcessId == processId).Number, cancellation);
    }

    /// <summary>Starts again what was lost.</summary>
    public async Task RestoreAsync(CancellationToken cancellation)
    {
        var lost = _cluster.Silos.Except(_cluster.Living).ToList();
        foreach (var silo in lost)
        {
            await _cluster.RestartAsync(silo.Number, cancellation);
        }

        if (lost.Count > 0)
        {
            await AnswersAsync(cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    /// <summary>First calls take long, and may time out on a busy machine: they come before a trial.</summary>
    private async Task AnswersAsync(CancellationToken cancellation)
    {
        var grains = NewGrains<IForgetfulGrain>(FirstCalls).Concat(NewGrains<IStoringGrain>(FirstCalls));
        await Task.WhenAll(grains.Select(grain => GrainLoad.UntilItAnswersAsync(grain, cancellation)));
    }
}
