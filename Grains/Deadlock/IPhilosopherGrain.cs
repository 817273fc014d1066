namespace Interleave.Grains.Deadlock;

public interface IPhilosopherGrain : IGrainWithIntegerKey
{
    Task SitDown();

    /// <summary>Takes two forks, eats, and puts them down; one that is told to give way puts down what it holds and begins again.</summary>
    Task<EatenMeal> Eat(MealOrder order, CancellationToken cancellation);
}
