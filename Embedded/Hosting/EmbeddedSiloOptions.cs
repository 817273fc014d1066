using System.Net;
using Interleave.Files;

namespace Interleave.Embedded.Hosting;

/// <summary>Where a silo listens and how it behaves.</summary>
public sealed class EmbeddedSiloOptions
{
    public string ClusterId { get; set; } = "default";

    /// <summary>Where other silos reach this one.</summary>
    public IPEndPoint SiloEndpoint { get; set; } = new(IPAddress.Loopback, 11111);

    /// <summary>Where clients reach this silo.</summary>
    public IPEndPoint GatewayEndpoint { get; set; } = new(IPAddress.Loopback, 30000);

    /// <summary>What the silos of the cluster share, and nobody else may look into: silos with the same folder are one cluster.</summary>
    public string Folder
    {
        get => field ?? Path.Combine(StateFolder.OfThisUser(), "embedded", ClusterId);
        set;
    }

    /// <summary>Ends the process of a silo that must not go on, for the reason that is given; by default, the process is killed.</summary>
    public Action<string>? End { get; set; }

    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a grain's OnActivateAsync may take.</summary>
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a grain's OnDeactivateAsync may take.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
