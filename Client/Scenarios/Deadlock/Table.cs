using Interleave.Grains.Deadlock;

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>What philosophers of one process note down, so that a watchdog can see who waits for whom without holding anybody up.</summary>
/// <remarks>
/// A philosopher notes a fork after getting it, and takes the note back before putting it down: a fork that is noted as held is held. A wait that is the
/// same before and after the holders were read lasted all that time, and its philosopher neither took nor put down anything.
/// </remarks>
internal sealed class Table(DeadlockJob job)
{
    private const int Nobody = -1;

    private readonly int[] _holders = [.. Enumerable.Repeat(Nobody, job.Philosophers)];
    private readonly ForkWait?[] _waits = new ForkWait?[job.Philosophers];
    private readonly EatenMeal?[] _meals = new EatenMeal?[job.AllMeals];
    private int _eaten;

    public int MealsEaten => Volatile.Read(ref _eaten);

    public IReadOnlyList<EatenMeal> Meals => [.. _meals.OfType<EatenMeal>()];

    public void Waits(ForkWait wait) => Volatile.Write(ref _waits[wait.Philosopher], wait);

    public void WaitsNoLonger(int philosopher) => Volatile.Write(ref _waits[philosopher], null);

    public void Holds(int philosopher, int fork) => Volatile.Write(ref _holders[fork], philosopher);

    /// <summary>To be called before the fork is free for others.</summary>
    public void PutsDown(int fork) => Volatile.Write(ref _holders[fork], Nobody);

    public void Eaten(EatenMeal meal) => _meals[Interlocked.Increment(ref _eaten) - 1] = meal;

    /// <summary>A circle that cannot have come about by reading one thing before and another thing later.</summary>
    public IReadOnlyList<ForkWait>? FindCircle()
    {
        var waits = ReadWaits();
        int?[] holders =
            [.. Enumerable.Range(0, _holders.Length).Select(fork => Volatile.Read(ref _holders[fork]) is not Nobody and var holder ? holder : (int?)null)];
        var still = ReadWaits();
        return new WaitForGraph(holders, [.. waits.Zip(still, (before, after) => ReferenceEquals(before, after) ? before : null)]).FindCircle();
    }

    private ForkWait?[] ReadWaits() => [.. Enumerable.Range(0, _waits.Length).Select(philosopher => Volatile.Read(ref _waits[philosopher]))];
}
