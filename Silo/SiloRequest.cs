using System.Globalization;
using System.Net;
using Interleave.Silo.Certificates;
using Interleave.Silo.Database;
using Interleave.Silo.GrainRuntimes;
using Microsoft.Extensions.Logging;

namespace Interleave.Silo;

/// <summary>What was asked of a silo, as it was written; a port that was not named is chosen.</summary>
internal sealed record SiloRequest
{
    private const string AllowedPorts = "allowed: 1 to 65535, or 0 for any free port";
    private const double LongestTimeout = 86_400;

    /// <summary>What the system allows for the path of a Unix socket.</summary>
    private const int LongestSocketPath = 100;

    private static readonly string AllowedKinds = string.Join(", ", Enum.GetNames<ClusteringKind>()).ToLowerInvariant();

    public string? SiloPort { get; init; }
    public string? GatewayPort { get; init; }
    public string? ClusterId { get; init; }
    public string? Listen { get; init; }
    public bool ListenAny { get; init; }
    public string? Advertise { get; init; }
    public string? Clustering { get; init; }
    public string? ConnectionFile { get; init; }
    public string? Certificate { get; init; }
    public string? Authority { get; init; }
    public string? Health { get; init; }
    public string? Placement { get; init; }
    public string? ResponseTimeout { get; init; }
    public string? LogLevel { get; init; }
    public bool Owned { get; init; }
    public bool Detached { get; init; }

    /// <summary>The lowest level to log, or none where it was left to the silo.</summary>
    public LogLevel? Level => LogLevel is null ? null : Enum.Parse<LogLevel>(LogLevel, ignoreCase: true);

    public ClusteringKind Kind => Enum.TryParse<ClusteringKind>(Clustering, ignoreCase: true, out var kind) ? kind : default;

    /// <summary>Whether another choice of ports may help when one turns out to be taken.</summary>
    public bool ChoosesPorts => SiloPort is null or "0" || GatewayPort is null or "0";

    /// <summary>Whether a port is the next one that is free, which another silo may choose in the same moment.</summary>
    public bool TakesNextPorts => SiloPort is null || GatewayPort is null;

    /// <summary>Everything that is wrong with this request, a line each.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = Elsewhere().Where(_ => GrainRuntime.StaysOnThisMachine).Select(NotHere).ToList();
        if (faults.Count == 0)
        {
            ReadNetwork(faults.Add);
        }

        faults.AddRange(OwnFaults());
        return faults;
    }

    /// <summary>The options to start with; asked again, it chooses other ports where they were left to it.</summary>
    /// <exception cref="DatabaseException">The connection string is gone.</exception>
    /// <exception cref="CertificateException">A certificate is gone.</exception>
    public SiloOptions Choose()
    {
        var (addresses, database, tls) = ReadNetwork(fault => throw new InvalidOperationException(fault));
        var options = new SiloOptions
        {
            Listen = addresses.Listen,
            Advertise = addresses.Advertise,
            SiloPort = ChoosePort(SiloPort, addresses.Listen, SiloOptions.DefaultSiloPort),
            GatewayPort = ChoosePort(GatewayPort, addresses.Listen, SiloOptions.DefaultGatewayPort),
            ClusterId = ClusterId ?? SiloOptions.DefaultClusterId,
            Database = database,
            Tls = tls,
            Placement = Placement is null ? default : PlacementName.Read(Placement, "--placement", fault => throw new InvalidOperationException(fault)),
        };
        return ResponseTimeout is null ? options : options with { ResponseTimeout = ParseSeconds(ResponseTimeout)!.Value };
    }

    /// <summary>The options that are of use only where silos may be on several machines.</summary>
    public IEnumerable<string> Elsewhere()
    {
        (bool Asked, string Option)[] options =
        [
            (Kind == ClusteringKind.Postgres, $"--clustering {Clustering}"), (ConnectionFile is not null, "--connection-file"), (ListenAny, "--listen-any"),
            (Advertise is not null, "--advertise"), (Certificate is not null, "--certificate"), (Authority is not null, "--authority"),
        ];
        return options.Where(option => option.Asked).Select(option => option.Option);
    }

    /// <summary>Why an option is of no use on the grain runtime of this build.</summary>
    public static string NotHere(string option) =>
        $"{option}: {GrainRuntime.Name} stays on this machine; allowed: a build on Orleans (GrainRuntime=Orleans), or leave it out";

    private (SiloAddresses Addresses, PostgresConnection? Database, TlsIdentity? Tls) ReadNetwork(Action<string> fault)
    {
        PostgresConnection? database = null;
        TlsIdentity? tls = null;
        try
        {
            database = Kind == ClusteringKind.Postgres ? PostgresConnection.Read(ConnectionFile) : null;
        }
        catch (DatabaseException exception)
        {
            fault(exception.Message);
        }

        var addresses = SiloAddresses.Read(this, database, fault);
        try
        {
            tls = TlsFiles.From(Certificate, Authority, fault) is { } files ? TlsIdentity.Load(files, CertificatePurpose.OfSilo) : null;
        }
        catch (CertificateException exception)
        {
            fault(exception.Message);
        }

        return (addresses, database, tls);
    }

    private IEnumerable<string> OwnFaults()
    {
        List<string> placement = [];
        _ = Placement is null ? default : PlacementName.Read(Placement, "--placement", placement.Add);
        foreach (var fault in placement)
        {
            yield return fault;
        }

        var address = IPAddress.TryParse(Listen, out var listen) ? listen : ListenAny ? IPAddress.Any : IPAddress.Loopback;
        foreach (var (option, value) in new[] { ("--silo-port", SiloPort), ("--gateway-port", GatewayPort) })
        {
            if (value is null or "0")
            {
                continue;
            }

            if (ParsePort(value) is not { } port)
            {
                yield return $"{option} {value}: not a port; {AllowedPorts}";
            }
            else if (!Ports.IsFree(address, port))
            {
                yield return $"{option} {value}: in use on {address}, or not ours to take; name another, or leave the option out to take the next free one";
            }
        }

        if (SiloPort is not (null or "0") && SiloPort == GatewayPort)
        {
            yield return $"--silo-port {SiloPort} and --gateway-port {GatewayPort}: the same; each needs a port of its own";
        }

        if (ClusterId is not null && !IsName(ClusterId))
        {
            yield return $"--cluster-id {ClusterId}: not a name; allowed: 1 to 64 of A-Z, a-z, 0-9, '-', '_' and '.', a letter or digit first";
        }

        if (Clustering is not null && !Enum.GetNames<ClusteringKind>().Contains(Clustering, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"--clustering {Clustering}: no such kind; allowed: {AllowedKinds}";
        }

        if (ConnectionFile is not null && Kind != ClusteringKind.Postgres)
        {
            yield return $"--connection-file {ConnectionFile}: of use to a silo that is found in a database; allowed: with --clustering postgres";
        }

        if (Health is { Length: 0 or > LongestSocketPath })
        {
            yield return $"--health {Health}: not a path for a socket; allowed: 1 to {LongestSocketPath} characters";
        }

        if (ResponseTimeout is not null && ParseSeconds(ResponseTimeout) is null)
        {
            yield return $"--response-timeout {ResponseTimeout}: not a number of seconds; allowed: more than 0, at most {LongestTimeout:0}";
        }

        if (LogLevel is not null && !Enum.GetNames<LogLevel>().Contains(LogLevel, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"--log-level {LogLevel}: no such level; allowed: {string.Join(", ", Enum.GetNames<LogLevel>()).ToLowerInvariant()}";
        }
    }

    /// <remarks>It names a folder too: one that begins with a dot would be hidden, or another folder.</remarks>
    private static bool IsName(string clusterId) =>
        clusterId.Length is > 0 and <= 64 && char.IsAsciiLetterOrDigit(clusterId[0])
            && clusterId.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static int ChoosePort(string? asked, IPAddress address, int first) => asked switch
    {
        null => Ports.NextFree(address, first),
        "0" => Ports.AnyFree(address),
        _ => ParsePort(asked)!.Value,
    };

    private static int? ParsePort(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort ? port : null;

    private static TimeSpan? ParseSeconds(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= LongestTimeout
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
