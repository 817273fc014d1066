using System.Net;
using Interleave.Silo.Certificates;
using Interleave.Silo.Database;

namespace Interleave.Client.GrainRuntimes;

/// <summary>Where a cluster's gateways listen, and the name it must go by.</summary>
internal sealed record ClusterAddress(string ClusterId, IReadOnlyList<IPEndPoint> Gateways)
{
    /// <summary>Where gateways that come are found, and those that go are missed; null for gateways that are known otherwise.</summary>
    public PostgresConnection? Database { get; init; }

    /// <summary>What a client proves itself by; null where nobody asks.</summary>
    public TlsFiles? Tls { get; init; }

    /// <summary>How long a client's call waits for its answer.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
