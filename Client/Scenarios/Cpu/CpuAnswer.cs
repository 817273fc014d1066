using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cpu;

/// <summary>The primes of each range, and which thread counted them when.</summary>
internal sealed record CpuAnswer(IReadOnlyCollection<PrimeCount> Counts);
