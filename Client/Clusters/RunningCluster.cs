using System.Globalization;
using System.Net;
using Interleave.Client.GrainRuntimes;
using Interleave.Client.Planning;
using Interleave.Silo;
using Interleave.Silo.GrainRuntimes;

namespace Interleave.Client.Clusters;

/// <summary>A cluster that somebody else started, and ends.</summary>
internal sealed class RunningCluster : ICluster
{
    private RunningCluster(string clusterId, IReadOnlyList<ClusterSilo> silos)
    {
        Silos = silos;
        Address = new ClusterAddress(clusterId, [.. silos.Select(silo => silo.Gateway)]);
    }

    public ClusterAddress Address { get; }

    public IReadOnlyList<ClusterSilo> Silos { get; }

    /// <param name="asked">The name of a registered cluster, or gateways as <c>[CLUSTER-ID@]HOST:PORT,…</c>.</param>
    /// <param name="registry">Where names are known.</param>
    public static RunningCluster Find(string asked, ClusterRegistry registry) =>
        asked.Contains(':', StringComparison.Ordinal) ? At(asked) : Create(Named(asked, registry));

    /// <summary>The silos of a registered cluster that live.</summary>
    public static RunningCluster Create(RegisteredCluster cluster)
    {
        cluster.ThrowIfOnAnotherRuntime();
        return cluster.Living is { Count: > 0 } living
            ? new RunningCluster(cluster.Name, [.. living.Select(silo => silo.ToSilo())])
            : throw new UserError($"The cluster '{cluster.Name}' is still being started: wait until 'cluster up' is done.");
    }

    /// <summary>Tries to reach a cluster before anything is built on it.</summary>
    /// <exception cref="UserError">No gateway lets this program in.</exception>
    public static async Task CheckAsync(RunningCluster? cluster, CancellationToken cancellationToken)
    {
        if (cluster is null)
        {
            return;
        }

        try
        {
            await using var client = await GrainClientHost.ConnectAsync(cluster.Address, cancellationToken, ClusterChoice.AnswerLimit);
        }
        catch (ClusterException exception)
        {
            throw new UserError(exception.Message);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static RegisteredCluster Named(string name, ClusterRegistry registry)
    {
        var clusters = registry.All();
        return clusters.FirstOrDefault(cluster => cluster.Name == name) ?? throw new UserError(
            $"Unknown cluster '{name}': {NearestName.Hint(name, [ClusterChoice.Local, .. clusters.Select(cluster => cluster.Name), "HOST:PORT of gateways"])}");
    }

    private static RunningCluster At(string asked)
    {
        var parts = asked.Split('@', 2);
        var gateways = parts[^1].Split(',').Select(gateway => Gateway(gateway, asked)).ToList();
        return new RunningCluster(
            parts.Length == 2 ? parts[0] : Interleave.Silo.SiloOptions.DefaultClusterId,
            [.. gateways.Select((gateway, index) => new ClusterSilo(index + 1, ProcessId: null, Endpoint: null, gateway))]);
    }

    private static IPEndPoint Gateway(string given, string asked)
    {
        var colon = given.LastIndexOf(':');
        var host = colon < 0 ? "" : given[..colon] is "localhost" ? IPAddress.Loopback.ToString() : given[..colon];
        if (!IPAddress.TryParse(host, out var address)
            || !int.TryParse(given[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > IPEndPoint.MaxPort)
        {
            throw new UserError(
                $"Bad gateway '{given}' in --cluster {asked}. Allowed: an IP address or localhost, a colon and a port from 1 to 65535, " +
                    "such as 127.0.0.1:30000.");
        }

        return IPAddress.IsLoopback(address) || !GrainRuntime.StaysOnThisMachine
            ? new IPEndPoint(address, port)
            : throw new UserError(
                $"Gateway '{given}' in --cluster is not on this machine, and {GrainRuntime.Name} stays on it: "
                + "allowed is a loopback address, or a program built on Orleans (./interleave --runtime orleans).");
    }
}
