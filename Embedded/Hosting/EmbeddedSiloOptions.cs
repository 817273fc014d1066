using System.Net;

namespace Interleave.Embedded.Hosting;

/// <summary>Where a silo listens and how it behaves.</summary>
public sealed class EmbeddedSiloOptions
{
    public string ClusterId { get; set; } = "default";

    /// <summary>Where other silos reach this one.</summary>
    public IPEndPoint SiloEndpoint { get; set; } = new(IPAddress.Loopback, 11111);

    /// <summary>Where clients reach this silo.</summary>
    public IPEndPoint GatewayEndpoint { get; set; } = new(IPAddress.Loopback, 30000);

    /// <summary>Where the first silo of the cluster is; the same as <see cref="SiloEndpoint"/> for the first one itself.</summary>
    public IPEndPoint? PrimarySiloEndpoint { get; set; }

    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a grain's OnActivateAsync may take.</summary>
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a grain's OnDeactivateAsync may take.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
