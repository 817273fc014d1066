namespace Interleave.Embedded.Network;

/// <summary>The silos that take calls from clients, by one version of the cluster.</summary>
[GenerateSerializer, Immutable]
internal sealed record Gateways(long Version, Gateway[] All)
{
    public static Gateways None { get; } = new(0, []);

    /// <summary>Makes sure that a message says what it must.</summary>
    /// <exception cref="InvalidDataException">Something is missing.</exception>
    public Gateways Checked() => All is not null && Array.TrueForAll(All, gateway => gateway is { Silo: not null, EndPoint: not null })
        ? this
        : throw new InvalidDataException("A silo tells of gateways and leaves out which.");
}
