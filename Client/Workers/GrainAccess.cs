using System.Diagnostics;
using System.Net;
using System.Reflection;
using Interleave.Client.Clusters;
using Interleave.Client.GrainRuntimes;
using Interleave.Client.Measuring.Machine;
using Interleave.Client.Scenarios;
using Interleave.Client.Workers.Wire;
using Interleave.Silo;
using Interleave.Silo.Database;
using Interleave.Silo.Usage;

namespace Interleave.Client.Workers;

/// <summary>A worker's way to grains: silos that are born with it and end with it, or a connection to a cluster that runs already.</summary>
internal sealed class GrainAccess : IAsyncDisposable
{
    private readonly ICluster? _own;
    private readonly GrainClientHost? _client;

    private GrainAccess(ICluster? own, GrainClientHost? client, IReadOnlyList<int?> siloProcesses)
    {
        _own = own;
        _client = client;
        SiloProcesses = siloProcesses;
    }

    /// <summary>A silo inside this process is called without any socket.</summary>
    public IGrainFactory? Grains => _own is InProcessCluster inside ? inside.Grains : _client?.Client;

    /// <summary>The processes that carry grains beside this one, null for each that is not known.</summary>
    public IReadOnlyList<int?> SiloProcesses { get; }

    /// <summary>Where the silos that are called find each other; null for a folder of this machine.</summary>
    public PostgresConnection? Database { get; private init; }

    /// <param name="silos">Null for a worker without grains.</param>
    /// <param name="contracts">Interfaces of grains that are not of this program; those of a cluster that runs already.</param>
    public static async Task<GrainAccess> OpenAsync(AssignedSilos? silos, CancellationToken cancellation, Assembly? contracts = null) => silos switch
    {
        null => new GrainAccess(null, null, []),
        { Own: 0 } => new GrainAccess(await InProcessCluster.StartAsync(new LocalClusterOptions().ResponseTimeout, cancellation), null, []),
        { Own: { } number } => await StartAsync(new LocalClusterOptions { Silos = number }, cancellation),
        _ => await ConnectAsync(silos, contracts, cancellation),
    };

    /// <summary>What the silos have used; this process counts what a silo inside it uses.</summary>
    public async Task<ProcessCounters> CountersAsync(CancellationToken cancellation) => _own switch
    {
        LocalCluster local => (await local.AskAsync(OwnerQuestion.Counters, cancellation))
            .Aggregate(ProcessCounters.None, (sum, answer) => sum + (answer is null ? ProcessCounters.Unknown : CountersLine.Parse(answer))),
        _ =>
            SiloProcesses.Aggregate(
                ProcessCounters.None,
                (sum, silo) => sum + (silo is { } id && OperatingSystem.IsLinux() ? new LinuxProcess(id).Counters() : ProcessCounters.Unknown)),
    };

    /// <summary>Tells silos that were born with this worker, one of <see cref="OwnerQuestion"/>; other silos have another owner.</summary>
    public Task TellAsync(string question, CancellationToken cancellation) =>
        _own is LocalCluster local ? local.AskAsync(question, cancellation) : Task.CompletedTask;

    /// <summary>A failed expectation for silos that have ended by themselves: a figure of fewer silos than planned is another figure.</summary>
    public IReadOnlyList<Expectation> Losses()
    {
        var known = SiloProcesses.OfType<int>().ToList();
        var living = known.Count(Lives);
        return living < known.Count ? [Expectation.Equal("silo processes alive", known.Count, living)] : [];
    }

    /// <summary>How silos that were born with this worker ended by themselves, a line for all; null where none did.</summary>
    public string? LossInWords => _own is { Losses: { Count: > 0 } losses } ? string.Join(" ", losses) : null;

    public async ValueTask DisposeAsync()
    {
        if (_client is not null)
        {
            await _client.DisposeAsync();
        }

        if (_own is not null)
        {
            await _own.DisposeAsync();
        }
    }

    private static async Task<GrainAccess> StartAsync(LocalClusterOptions options, CancellationToken cancellation)
    {
        var cluster = await LocalCluster.StartAsync(options, cancellation);
        try
        {
            return new GrainAccess(
                cluster, await GrainClientHost.ConnectAsync(cluster.Address, cancellation), [.. cluster.Silos.Select(silo => silo.ProcessId)]);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    private static async Task<GrainAccess> ConnectAsync(AssignedSilos silos, Assembly? contracts, CancellationToken cancellation)
    {
        var address = new ClusterAddress(silos.ClusterId, [.. silos.Gateways.Select(IPEndPoint.Parse)])
        {
            Database = silos.InDatabase ? PostgresConnection.Read(silos.ConnectionFile) : null,
            Tls = silos.Tls,
        };
        var client = await GrainClientHost.ConnectAsync(address, cancellation, contracts: contracts);
        return new GrainAccess(null, client, silos.ProcessIds) { Database = address.Database };
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
}
