namespace Interleave.Grains.Work;

/// <summary>What serving a request yielded: the primes that were found, and the bytes that came with both answers.</summary>
[GenerateSerializer, Immutable]
public sealed record MixedReply(long Primes, long Bytes);
