using Interleave.Client.Measuring.Loads;
using Interleave.Grains.Deadlock;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>Philosophers at a round table, a fork between each two of them, of which each needs both to eat.</summary>
/// <param name="Meals">How often each of them eats.</param>
/// <param name="NumbersAMeal">How much computation a meal is.</param>
/// <param name="BetweenLooks">How often a watchdog looks for philosophers who wait for each other.</param>
internal sealed record DeadlockJob(int Philosophers, int Meals, int NumbersAMeal, Etiquette Etiquette, TimeSpan BetweenLooks)
{
    /// <summary>Whether at the first meal everybody holds the first fork until all hold one: then each waits for the next one, for sure.</summary>
    public bool Pauses { get; init; }

    /// <summary>Set where grains call each other in a circle, and nobody eats.</summary>
    public CallsInCircle? Calls { get; init; }

    public int AllMeals => Philosophers * Meals;

    public NumberRange AllNumbers => new(Primes.EqualCostFrom, Primes.EqualCostFrom + (uint)(AllMeals * NumbersAMeal));

    public IReadOnlyList<T> ForEachPhilosopher<T>(Func<int, T> make) => [.. Enumerable.Range(0, Philosophers).Select(make)];

    /// <summary>The meals of one philosopher; or the one call that goes round.</summary>
    public ClosedLoad LoadOf(int philosopher) => Calls is null
        ? new ClosedLoad(Concurrency: 1, Meals) { UnitName = $"philosopher {philosopher + 1}" }
        : new ClosedLoad(Concurrency: 1, Operations: 1) { UnitName = "caller", Expects = failure => failure is TimeoutException };

    public MealOrder Order(int philosopher, long meal)
    {
        var (left, right) = (philosopher, (philosopher + 1) % Philosophers);
        var (first, second) = Etiquette == Etiquette.Ordered && right < left ? (right, left) : (left, right);
        return new MealOrder(
            philosopher,
            first,
            second,
            AllNumbers.Part((philosopher * Meals) + meal, AllMeals),
            Pauses && meal == 0,
            AsksWaiter: Etiquette == Etiquette.Waiter);
    }
}
