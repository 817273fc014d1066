using System.Net;

namespace Interleave.Client.GrainRuntimes;

/// <summary>Where a cluster's gateways listen, and the name it must go by.</summary>
internal sealed record ClusterAddress(string ClusterId, IReadOnlyList<IPEndPoint> Gateways)
{
    /// <summary>How long a client's call waits for its answer.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
