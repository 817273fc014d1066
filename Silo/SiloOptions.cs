using System.Net;
using Interleave.Silo.Certificates;
using Interleave.Silo.Database;

namespace Interleave.Silo;

/// <summary>What one silo needs to know to take its place in a cluster.</summary>
internal sealed record SiloOptions
{
    public const int DefaultSiloPort = 11111;
    public const int DefaultGatewayPort = 30000;
    public const string DefaultClusterId = "interleave";

    /// <summary>Where other silos reach this one.</summary>
    public int SiloPort { get; init; } = DefaultSiloPort;

    /// <summary>Where clients reach this silo.</summary>
    public int GatewayPort { get; init; } = DefaultGatewayPort;

    public string ClusterId { get; init; } = DefaultClusterId;

    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>
    /// Where others are told to find this silo: unlike the address it listens on where that is every address, or behind a translation of addresses.
    /// </summary>
    public IPAddress Advertise { get; init; } = IPAddress.Loopback;

    /// <summary>Where silos find each other; null for a folder of this machine.</summary>
    public PostgresConnection? Database { get; init; }

    /// <summary>Asked of everybody who connects; null for connections that anybody may make and read.</summary>
    public TlsIdentity? Tls { get; init; }

    /// <summary>Where grains are activated; the silos of a cluster should agree on it.</summary>
    public Placement Placement { get; init; }

    /// <summary>How long a call from a grain of this silo waits for its answer.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
