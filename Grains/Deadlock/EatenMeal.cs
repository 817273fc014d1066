namespace Interleave.Grains.Deadlock;

/// <summary>A meal that was eaten.</summary>
/// <param name="Primes">What the computation found.</param>
/// <param name="From">When both forks were in hand, by the monotonic clock that all processes of a machine share.</param>
/// <param name="To">When the first of them was about to be put down, by the same clock.</param>
[GenerateSerializer, Immutable]
public sealed record EatenMeal(int Philosopher, long Primes, long From, long To);
