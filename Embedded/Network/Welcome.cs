namespace Interleave.Embedded.Network;

/// <summary>
/// The answer to a <see cref="Hello"/> that was accepted: which silo this is, its proof that it knows the secret too, and whom else a client can dial.
/// </summary>
[GenerateSerializer, Immutable]
internal sealed record Welcome(SiloAddress Silo, byte[] Proof, Gateways Gateways);
