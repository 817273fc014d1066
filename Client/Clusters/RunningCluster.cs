using System.Globalization;
using System.Net;
using Interleave.Client.GrainRuntimes;
using Interleave.Client.Planning;
using Interleave.Silo.Certificates;
using Interleave.Silo.Database;
using Interleave.Silo.GrainRuntimes;

namespace Interleave.Client.Clusters;

/// <summary>A cluster that somebody else started, and ends.</summary>
internal sealed class RunningCluster : ICluster
{
    /// <summary>Long enough for a busy cluster, and short enough for somebody who mistyped.</summary>
    private static readonly TimeSpan CheckLimit = TimeSpan.FromSeconds(6);

    /// <summary>After it, a gateway that takes no client is asked whether certificates are the reason.</summary>
    private static readonly TimeSpan ProbeAfter = TimeSpan.FromSeconds(1.5);

    private RunningCluster(string clusterId, IReadOnlyList<ClusterSilo> silos, TlsFiles? tls = null, PostgresConnection? database = null)
    {
        Silos = silos;
        Address = new ClusterAddress(clusterId, [.. silos.Select(silo => silo.Gateway)]) { Tls = tls, Database = database };
    }

    public ClusterAddress Address { get; }

    public IReadOnlyList<ClusterSilo> Silos { get; }

    /// <param name="asked">The name of a registered cluster, gateways as <c>[CLUSTER-ID@]HOST:PORT,…</c>, or <c>[CLUSTER-ID@]postgres</c>.</param>
    /// <param name="registry">Where names are known.</param>
    /// <param name="access">How to reach a cluster of other machines.</param>
    public static RunningCluster Find(string asked, ClusterRegistry registry, ClusterAccess? access = null)
    {
        var (id, place) = asked.Split('@', 2) is [var name, var where] ? (name, where) : (Interleave.Silo.SiloOptions.DefaultClusterId, asked);
        return place == ClusterChoice.Postgres ? InDatabase(id, access ?? ClusterAccess.None)
            : asked.Contains(':', StringComparison.Ordinal) ? At(id, place, asked, access?.Tls)
            : Create(Named(asked, registry));
    }

    /// <summary>The silos of a registered cluster that live.</summary>
    public static RunningCluster Create(RegisteredCluster cluster)
    {
        cluster.ThrowIfOnAnotherRuntime();
        return cluster.Living is { Count: > 0 } living
            ? new RunningCluster(cluster.Name, [.. living.Select(silo => silo.ToSilo())])
            : throw new UserError($"The cluster '{cluster.Name}' is still being started: wait until 'cluster up' is done.");
    }

    /// <summary>Tries to reach a cluster before anything is built on it.</summary>
    /// <exception cref="UserError">No gateway takes this client.</exception>
    public static async Task CheckAsync(RunningCluster? cluster, CancellationToken cancellationToken)
    {
        if (cluster is null)
        {
            return;
        }

        var address = cluster.Address;
        var connecting = ConnectAsync(address, cancellationToken);
        await Task.WhenAny(connecting, Task.Delay(ProbeAfter, cancellationToken));
        if (!connecting.IsCompletedSuccessfully && await GatewayProbe.FaultAsync(address.Gateways[0], address.Tls, cancellationToken) is { } fault)
        {
            throw new UserError(fault);
        }

        try
        {
            await connecting;
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
        string[] names = [ClusterChoice.Local, .. clusters.Select(cluster => cluster.Name), ClusterChoice.Postgres, "HOST:PORT of gateways"];
        return clusters.FirstOrDefault(cluster => cluster.Name == name) ?? throw new UserError(
            $"Unknown cluster '{name}': {NearestName.Hint(name, names)}");
    }

    private static async Task ConnectAsync(ClusterAddress address, CancellationToken cancellationToken)
    {
        await using var client = await GrainClientHost.ConnectAsync(address, cancellationToken, CheckLimit);
    }

    private static RunningCluster InDatabase(string id, ClusterAccess access)
    {
        var database = access.ReadDatabase($"--cluster {ClusterChoice.Postgres}");
        try
        {
            var members = new MembershipTable(database);
            var gateways = members.Gateways(id);
            return gateways.Count > 0
                ? new RunningCluster(id, [.. gateways.Select(SiloAt)], access.Tls, database)
                : throw new UserError($"No silo of the cluster '{id}' is active in the database at {database}; {Others(members.Clusters())}");
        }
        catch (DatabaseException exception)
        {
            throw new UserError(exception.Message);
        }
    }

    private static string Others(IReadOnlyList<string> clusters) => clusters.Count == 0
        ? "none of any other cluster is: start one with --clustering postgres."
        : $"allowed: {string.Join(", ", clusters.Select(cluster => $"{cluster}@{ClusterChoice.Postgres}"))}.";

    private static RunningCluster At(string id, string gateways, string asked, TlsFiles? tls) =>
        new(id, [.. gateways.Split(',').Select(gateway => Gateway(gateway, asked)).Select(SiloAt)], tls);

    private static ClusterSilo SiloAt(IPEndPoint gateway, int index) => new(index + 1, ProcessId: null, Endpoint: null, gateway);

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
