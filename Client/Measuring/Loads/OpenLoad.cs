namespace Interleave.Client.Measuring.Loads;

/// <summary>Operations become due at an arrival rate, whether or not a unit is idle: latency at a stated load.</summary>
/// <param name="Rate">Arrivals a second.</param>
/// <param name="Duration">How long operations keep arriving.</param>
/// <param name="Seed">Of the arrival times; only <see cref="Arrivals.Poisson"/> uses it.</param>
internal sealed record OpenLoad(int Concurrency, double Rate, TimeSpan Duration, Arrivals Arrivals, int Seed) : Load(Concurrency)
{
    /// <summary>A generator that hands an operation out later than this after its due time was late.</summary>
    public TimeSpan Tolerance { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>How long after the last arrival an operation may still start; one that has not started by then is dropped, and counted.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(2);
}
