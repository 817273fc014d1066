using Interleave.Grains.Work;

namespace Interleave.Grains.Deadlock;

/// <summary>What a philosopher is to eat, and by which forks: a computation in two bites, between which both forks stay in hand.</summary>
/// <param name="First">The fork that is taken first.</param>
/// <param name="Second">The fork that is taken while the first one is in hand.</param>
/// <param name="Pauses">Whether to hold the first fork until everybody at the table holds one.</param>
/// <param name="AsksWaiter">Whether to ask for a seat first, of which there is one fewer than philosophers.</param>
[GenerateSerializer, Immutable]
public sealed record MealOrder(int Philosopher, int First, int Second, NumberRange Numbers, bool Pauses, bool AsksWaiter)
{
    private const int Bites = 2;

    public NumberRange FirstBite => Numbers.Part(0, Bites);

    public NumberRange SecondBite => Numbers.Part(1, Bites);
}
