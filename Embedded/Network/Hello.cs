namespace Interleave.Embedded.Network;

/// <summary>How a process introduces itself: which silo it is, if it is one, what the other end has to prove, and its own proof.</summary>
[GenerateSerializer, Immutable]
internal sealed record Hello(SiloAddress? Silo, byte[] Nonce, byte[] Proof);
