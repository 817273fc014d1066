namespace Interleave.Embedded.Network;

/// <summary>The silos that take calls from clients, by one version of the cluster.</summary>
[GenerateSerializer, Immutable]
internal sealed record Gateways(long Version, Gateway[] All)
{
    public static Gateways None { get; } = new(0, []);
}
