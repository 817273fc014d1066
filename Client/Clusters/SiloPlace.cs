using Interleave.Silo;

namespace Interleave.Client.Clusters;

/// <summary>Where a silo of a local cluster is to listen; 0 leaves a port to the silo.</summary>
internal sealed record SiloPlace(int SiloPort, int GatewayPort)
{
    public static SiloPlace Any { get; } = new(0, 0);

    /// <summary>The ports of a silo that has ended, if nobody else took them.</summary>
    public static SiloPlace PreferablyOf(ClusterSilo before) =>
        before.Endpoint is { } endpoint && Ports.IsFree(endpoint.Address, endpoint.Port) && Ports.IsFree(before.Gateway.Address, before.Gateway.Port)
            ? new SiloPlace(endpoint.Port, before.Gateway.Port)
            : Any;
}
