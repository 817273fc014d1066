namespace Interleave.Grains.Dinner;

/// <summary>A friend's mouth, or a friend's ears: each does one thing at a time.</summary>
public interface IDiningGrain : IGrainWithIntegerKey
{
    Task<TakenStep> Take(MealStep step, CancellationToken cancellation);
}
