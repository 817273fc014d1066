using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Grains.Deadlock;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Deadlock;

/// <summary>What was eaten, and which deadlocks were found and broken meanwhile.</summary>
internal sealed record DeadlockAnswer(IReadOnlyList<EatenMeal> Meals, IReadOnlyList<FoundDeadlock> Deadlocks)
{
    /// <summary>How many calls it took to go round, where grains call each other and came to the end.</summary>
    public int? CallsInCircle { get; init; }
}

/// <summary>The dining philosophers: units that need two things at once, and may come to wait for each other.</summary>
internal sealed class DeadlockScenario : Scenario<DeadlockJob, DeadlockAnswer>
{
    private const int GrainsInCircle = 3;
    private const int Few = 5;
    private const int Many = 50;

    /// <summary>What a watchdog promises: its looks are far more frequent, and it may have to wait for a processor.</summary>
    private static readonly TimeSpan FoundWithin = TimeSpan.FromSeconds(2);

    private static readonly Parameter Meals = new("meals", "how often each philosopher eats")
    {
        Range = (2, 100_000),
        Quick = 14,
        Standard = 100,
        Thorough = 1_000,
        IsWork = true,
    };

    private static readonly Parameter Numbers = new("numbers", "how many numbers a meal tests for being prime") { Range = (2, 100_000), Always = 6 };

    private static readonly Parameter Watch = new("watch", "how often a watchdog looks whether units wait for each other")
    {
        Unit = "ms",
        Range = (1, 1_000),
        Always = 5,
    };

    private static readonly Metric MealRate = new("meals", "{meal}/s", Better.Higher, "meals eaten a second by all philosophers together")
    {
        Wording = new("meals a second", "units need several things at once"),
        DerivedFrom = CommonMetrics.Time,
    };

    private static readonly Metric MealsEaten = new("meals-eaten", "{meal}", Better.Neither, "meals at which units could have come to wait for each other");

    private static readonly Metric Deadlocks = new(
        "deadlocks", "{deadlock}", Better.Lower, "times that units waited for each other in a circle until one was told to give way")
    {
        Exposure = MealsEaten,
        Wording = new("deadlocks", "nobody is there to break a deadlock"),
    };

    private static readonly Metric TimeToFind = new(
        "time-to-find", "s", Better.Neither, "from the wait that closes a circle until the watchdog knows of it, or a caller whose call timed out; the median");

    public override string Name => "deadlock";

    public override string Question =>
        "Units that need two things at once: do they come to wait for each other, how soon is that known, and what does it cost to avoid it?";

    public override IReadOnlyList<Parameter> Parameters => [Meals, Numbers, Watch];

    public override IReadOnlyList<Metric> Metrics => [MealRate, Deadlocks, TimeToFind, MealsEaten];

    public override IReadOnlyList<Metric> Headlines => [MealRate, Deadlocks, TimeToFind];

    protected override IReadOnlyList<Workload<DeadlockJob, DeadlockAnswer>> Workloads { get; } =
    [
        new DeadlockOnThreads(), new DeadlockOnPool(), new DeadlockOnTasks(), new DeadlockOnLoop(), new DeadlockOnGil(), new DeadlockOnProcesses(),
        new DeadlockOnGrains(),
    ];

    /// <summary>Fifty processes would measure how long it takes to start them.</summary>
    private static Model[] AreMany { get; } = [.. Model.All.Except([Model.Processes])];

    /// <summary>All philosophers must be at the table at once, which work items of a pool are only when it has grown to as many threads.</summary>
    private static Model[] AllAtOnce { get; } = [.. Model.All.Except([Model.Pool])];

    public override IEnumerable<Expectation> Check(DeadlockJob job, DeadlockAnswer answer, MeasuredTrial trial)
    {
        if (job.Calls is { } calls)
        {
            yield return Expectation.Equal("calls until the circle was closed", calls.AllowReentrancy ? calls.Grains : 0, answer.CallsInCircle ?? 0);
            yield return Expectation.Equal("calls that timed out", calls.AllowReentrancy ? 0 : 1, answer.Deadlocks.Count);
            yield break;
        }

        yield return Expectation.Equal("meals", job.AllMeals, answer.Meals.Count);
        yield return Expectation.Equal("primes found", PrimeSieve.Count(job.AllNumbers), answer.Meals.Sum(meal => meal.Primes));
        yield return Expectation.Equal("forks in two hands at once", 0, job.ForEachPhilosopher(fork => fork).Count(fork => IsSharedIn(job, answer, fork)));
        yield return Expectation.Equal(
            $"deadlocks found within {Quantity.Format(FoundWithin.TotalSeconds, "s")}",
            answer.Deadlocks.Count,
            answer.Deadlocks.Count(found => found.TimeToFind <= FoundWithin));
        if (job.Pauses)
        {
            yield return new Expectation("deadlocks provoked, at least", 1, answer.Deadlocks.Count, answer.Deadlocks.Count >= 1);
            yield return Expectation.Equal("units in a deadlock", job.Philosophers, answer.Deadlocks.Select(found => found.Units).DefaultIfEmpty().Min());
        }

        if (job.Etiquette != Etiquette.Naive)
        {
            yield return Expectation.Equal("deadlocks", 0, answer.Deadlocks.Count);
        }
    }

    public override IEnumerable<Measurement> Measure(DeadlockJob job, DeadlockAnswer answer, MeasuredTrial trial)
    {
        if (job.Calls is null)
        {
            yield return MealRate.Of(answer.Meals.Count / trial.Elapsed.TotalSeconds);
            yield return MealsEaten.Of(answer.Meals.Count);
            yield return Deadlocks.Of(answer.Deadlocks.Count);
        }

        if (answer.Deadlocks.Count > 0)
        {
            yield return TimeToFind.Of(answer.Deadlocks.Select(found => found.TimeToFind.TotalSeconds).Order().ElementAt(answer.Deadlocks.Count / 2));
        }
    }

    protected override IEnumerable<Variant<DeadlockJob>> Jobs(Settings settings)
    {
        var job = new DeadlockJob(Few, settings.Count(Meals), settings.Count(Numbers), Etiquette.Naive, settings.Time(Watch));
        var inCircle = job with { Philosophers = 0 };
        Model[] grains = [Model.Grains];
        yield return new("naive and pausing, 5", job with { Pauses = true }) { OnlyOn = AllAtOnce };
        yield return new("naive, 5", job);
        yield return new("ordered, 5", job with { Etiquette = Etiquette.Ordered });
        yield return new("waiter, 5", job with { Etiquette = Etiquette.Waiter });
        yield return new("naive and pausing, 50", job with { Philosophers = Many, Pauses = true })
        {
            OnlyOn = [.. AllAtOnce.Intersect(AreMany)],
            IsHeadline = false,
        };
        yield return new("naive, 50", job with { Philosophers = Many }) { OnlyOn = AreMany, IsHeadline = false };
        yield return new("ordered, 50", job with { Philosophers = Many, Etiquette = Etiquette.Ordered }) { OnlyOn = AreMany, IsHeadline = false };
        yield return new("waiter, 50", job with { Philosophers = Many, Etiquette = Etiquette.Waiter }) { OnlyOn = AreMany, IsHeadline = false };
        yield return new("calls in a circle", inCircle with { Calls = new CallsInCircle(GrainsInCircle, AllowReentrancy: false) })
        {
            OnlyOn = grains,
            ComparedWith = "naive and pausing, 5",
            Advice = "allow call-chain reentrancy, or have grains call in one direction only",
        };
        yield return new("calls in a circle, reentrant", inCircle with { Calls = new CallsInCircle(GrainsInCircle, AllowReentrancy: true) })
        {
            OnlyOn = grains,
            ComparedWith = "naive and pausing, 5",
        };
    }

    private static bool IsSharedIn(DeadlockJob job, DeadlockAnswer answer, int fork) => Overlap.Together(answer.Meals
        .Where(meal => fork == meal.Philosopher || fork == (meal.Philosopher + 1) % job.Philosophers)
        .Select(meal => (meal.From, meal.To))) > 0;
}
