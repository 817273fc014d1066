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
    private readonly ReportingSilos? _reporting;

    private GrainAccess(ICluster? own, GrainClientHost? client, IReadOnlyList<int?> siloProcesses, ReportingSilos? reporting = null)
    {
        _own = own;
        _client = client;
        _reporting = reporting;
        SiloProcesses = siloProcesses;
    }

    /// <summary>A trace shows the calls of its trial, and none that ask what the trial used.</summary>
    private static bool IsTraced => Activity.Current is not null;

    /// <summary>A silo inside this process is called without any socket.</summary>
    public IGrainFactory? Grains => _own is InProcessCluster inside ? inside.Grains : _client?.Client;

    /// <summary>The processes that carry grains beside this one, null for each that is not known; none where silos tell of themselves.</summary>
    public IReadOnlyList<int?> SiloProcesses { get; }

    /// <summary>Where the silos that are called find each other; null for a folder of this machine.</summary>
    public PostgresConnection? Database { get; private init; }

    /// <summary>Whether the silos tell what they hold, which is not seen from outside.</summary>
    public bool SilosReport => _reporting is not null;

    /// <param name="silos">Null for a worker without grains.</param>
    /// <param name="contracts">Interfaces of grains that are not of this program; those of a cluster that runs already.</param>
    public static async Task<GrainAccess> OpenAsync(AssignedSilos? silos, CancellationToken cancellation, Assembly? contracts = null) => silos switch
    {
        null => new GrainAccess(null, null, []),
        { Own: 0 } => new GrainAccess(await InProcessCluster.StartAsync(new LocalClusterOptions().ResponseTimeout, cancellation), null, []),
        { Own: { } number } => await StartAsync(new LocalClusterOptions { Silos = number, Placement = silos.Placement }, cancellation),
        _ => await ConnectAsync(silos, contracts, cancellation),
    };

    /// <summary>What the silos have used; this process counts what a silo inside it uses.</summary>
    /// <param name="forgetPeaks">Whether silos that tell of themselves are to count peaks from now on; others are watched from outside.</param>
    public async Task<SiloReport> ReadAsync(bool forgetPeaks, CancellationToken cancellation) => _reporting switch
    {
        null => SiloReport.None with { Counters = await CountersAsync(cancellation) },
        _ when IsTraced => SiloReport.Unknown,
        _ => await _reporting.ReadAsync(forgetPeaks, cancellation),
    };

    /// <summary>The share of all activations that the silo with the most of them holds; null with less than two silos, or where one does not answer.</summary>
    public async Task<double?> FullestSiloAsync(CancellationToken cancellation)
    {
        if (_client is null || IsTraced)
        {
            return null;
        }

        try
        {
            var management = _client.Client.GetGrain<IManagementGrain>(0);
            SiloAddress[] silos = [.. (await management.GetHosts(onlyActive: true).WaitAsync(cancellation)).Keys];
            List<double> activations = silos.Length < 2 ? [] :
                [.. (await management.GetRuntimeStatistics(silos).WaitAsync(cancellation)).Select(silo => (double)silo.ActivationCount)];
            return activations.Sum() > 0 ? activations.Max() / activations.Sum() : null;
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException)
        {
            return null;
        }
    }

    private async Task<ProcessCounters> CountersAsync(CancellationToken cancellation) => _own switch
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
        // Silos of somebody else do not know the grains by which ours tell of themselves.
        return contracts is null && silos.ProcessIds.Contains(null)
            ? new GrainAccess(null, client, [], await ReportingSilos.MeetAsync(client.Client)) { Database = address.Database }
            : new GrainAccess(null, client, silos.ProcessIds) { Database = address.Database };
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
