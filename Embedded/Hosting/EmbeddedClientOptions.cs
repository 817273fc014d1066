using System.Net;

namespace Interleave.Embedded.Hosting;

/// <summary>Which cluster a client calls, and where that is.</summary>
public sealed class EmbeddedClientOptions
{
    public string ClusterId { get; set; } = "default";

    /// <summary>Some of the cluster's gateways; those of the other silos are learned from them.</summary>
    public IReadOnlyList<IPEndPoint> Gateways { get; set; } = [];

    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
