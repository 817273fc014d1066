namespace Interleave.Grains.Work;

/// <summary>How many primes a range holds, and who counted them.</summary>
[GenerateSerializer, Immutable]
public sealed record PrimeCount(long Primes, Execution Execution);
