namespace Interleave.Grains.Work;

/// <summary>Computes in parts, and lets others run between them; the result is the number of primes found.</summary>
[GenerateSerializer, Immutable]
public sealed record YieldingComputation(NumberRange Numbers, int Parts) : SlowWork
{
    public override long Do(WaitClient http, CancellationToken cancellation) => Primes.Count(Numbers, cancellation).Primes;

    public override async Task<long> DoAsync(WaitClient http, CancellationToken cancellation)
    {
        var primes = 0L;
        for (var part = 0; part < Parts; part++)
        {
            primes += Primes.Count(Numbers.Part(part, Parts), cancellation).Primes;
            await Task.Yield();
        }

        return primes;
    }
}
