using System.Net;

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

    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>How long a call from a grain of this silo waits for its answer.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
