using Interleave.Grains.Work;

namespace Interleave.Grains.Dinner;

/// <summary>A step that was taken: what it found, where and when, and when its thread had a processor meanwhile.</summary>
/// <param name="Stretches">Empty where the system has no processor clock of a thread.</param>
[GenerateSerializer, Immutable]
public sealed record TakenStep(MealStep Step, long Primes, Execution Execution, IReadOnlyList<Stretch> Stretches);
