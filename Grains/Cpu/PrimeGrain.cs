using Interleave.Grains.Work;

namespace Interleave.Grains.Cpu;

/// <summary>Computes in its turn, and holds its thread while it does.</summary>
internal sealed class PrimeGrain : Grain, IPrimeGrain
{
    public Task<PrimeCount> Count(NumberRange range, CancellationToken cancellation) => Task.FromResult(Primes.Count(range, cancellation));
}
