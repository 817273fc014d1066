namespace Interleave.Grains.Work;

/// <summary>Computes without a pause; the result is the number of primes found.</summary>
[GenerateSerializer, Immutable]
public sealed record SlowComputation(NumberRange Numbers) : SlowWork
{
    public override long Do(WaitClient http, CancellationToken cancellation) => Compute(default(NoCheckPoint), cancellation);

    public long Compute<TCheckPoint>(TCheckPoint checkPoint, CancellationToken cancellation)
        where TCheckPoint : struct, ICheckPoint => Primes.Count(Numbers, checkPoint, cancellation).Primes;

    /// <remarks>There is nothing to await in a computation: that is what freezes a loop.</remarks>
    public override Task<long> DoAsync(WaitClient http, CancellationToken cancellation) => Task.FromResult(Do(http, cancellation));
}
