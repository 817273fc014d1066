namespace Interleave.Embedded.Network;

/// <summary>Who dialled, and what proves this end to it.</summary>
/// <param name="Silo">Null for a client.</param>
/// <param name="Proof">For the <see cref="Welcome"/>.</param>
internal sealed record AcceptedHello(SiloAddress? Silo, byte[] Proof);
