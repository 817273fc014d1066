using System.Diagnostics;
using Interleave.Client.Clusters;
using Interleave.Client.IoServer;
using Interleave.Client.Models;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Running;

/// <summary>What trials work with: the I/O server's process and, where the plan holds grains, a cluster. All of it ends with this.</summary>
internal sealed class Laboratory : IAsyncDisposable
{
    private readonly IoServerProcess _server;
    private readonly ICluster? _cluster;
    private readonly GrainClientHost? _client;

    private Laboratory(IoServerProcess server, ICluster? cluster, GrainClientHost? client)
    {
        _server = server;
        _cluster = cluster;
        _client = client;
    }

    public Uri IoServer => _server.Address;

    /// <summary>The way to grains: a silo inside this process is called without any socket.</summary>
    public IGrainFactory? Grains => _cluster is InProcessCluster inside ? inside.Grains : _client?.Client;

    /// <summary>The processes that carry units, beside this one.</summary>
    public IReadOnlyList<int> SiloProcessIds =>
        [.. (_cluster?.Silos ?? []).Select(silo => silo.ProcessId).OfType<int>().Where(id => id != Environment.ProcessId)];

    /// <summary>A failed expectation for whatever has ended by itself: a figure of fewer silos than planned is another figure.</summary>
    public IEnumerable<Expectation> Losses(Model model)
    {
        if (!_server.Lives)
        {
            yield return Expectation.Equal("I/O server alive", 1, 0);
        }

        var living = SiloProcessIds.Count(Lives);
        if (model == Model.Grains && living < SiloProcessIds.Count)
        {
            yield return Expectation.Equal("silo processes alive", SiloProcessIds.Count, living);
        }
    }

    /// <summary>Starts everything, or, when a part fails, ends what had started.</summary>
    public static async Task<Laboratory> StartAsync(Func<CancellationToken, Task<ICluster>>? startCluster, IReadOnlyDictionary<string, string?> environment, CancellationToken cancellation)
    {
        var server = await IoServerProcess.StartAsync(cancellation, environment);
        ICluster? cluster = null;
        Laboratory? laboratory = null;
        try
        {
            cluster = startCluster is null ? null : await startCluster(cancellation);
            var client = cluster is null or InProcessCluster ? null : await GrainClientHost.ConnectAsync(cluster.Address, cancellation);
            laboratory = new Laboratory(server, cluster, client);
            if (laboratory.Grains is { } grains)
            {
                await GrainCallWarmUp.RunAsync(grains, cancellation);
            }

            return laboratory;
        }
        catch when (laboratory is not null)
        {
            await laboratory.DisposeAsync();
            throw;
        }
        catch
        {
            if (cluster is not null)
            {
                await cluster.DisposeAsync();
            }

            await server.DisposeAsync();
            throw;
        }
    }

    private static bool Lives(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is not null)
        {
            await _client.DisposeAsync();
        }

        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }

        await _server.DisposeAsync();
    }
}
