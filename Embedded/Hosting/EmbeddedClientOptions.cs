using System.Net;
using Interleave.Files;

namespace Interleave.Embedded.Hosting;

/// <summary>Which cluster a client calls, and where that is.</summary>
public sealed class EmbeddedClientOptions
{
    public string ClusterId { get; set; } = "default";

    /// <summary>Some of the cluster's gateways; those of the other silos are learned from them.</summary>
    public IReadOnlyList<IPEndPoint> Gateways { get; set; } = [];

    /// <summary>The folder that the cluster's silos share; its secret is read from there.</summary>
    public string Folder
    {
        get => field ?? Path.Combine(StateFolder.OfThisUser(), "embedded", ClusterId);
        set;
    }

    /// <summary>How long gateways that do not answer are tried at the start.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(2);

    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
