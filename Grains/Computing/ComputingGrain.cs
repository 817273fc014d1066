using Interleave.Grains.Location;
using Interleave.Grains.Work;

namespace Interleave.Grains.Computing;

/// <summary>Computes in its turn, however long that takes.</summary>
internal sealed class ComputingGrain : Grain, IComputingGrain
{
    public Task<long> CountPrimes(NumberRange numbers, CancellationToken cancellation) => Task.FromResult(Primes.Count(numbers, cancellation).Primes);

    public Task<string> Silo() => ThisSilo.Name;
}
