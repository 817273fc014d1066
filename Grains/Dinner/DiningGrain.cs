namespace Interleave.Grains.Dinner;

/// <inheritdoc cref="IDiningGrain"/>
internal sealed class DiningGrain : Grain, IDiningGrain
{
    public Task<TakenStep> Take(MealStep step, CancellationToken cancellation) => Task.FromResult(step.Take(cancellation));
}
