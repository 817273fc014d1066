using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Fairness;

/// <summary>Short operations that arrive at fixed times, alone or beside a hog that computes for long at a time.</summary>
/// <param name="Short">What one short operation tests for being prime.</param>
/// <param name="Long">What the hog tests each time, without letting go.</param>
internal sealed record FairnessJob(NumberRange Short, NumberRange Long, OpenLoad Load, bool HasHog)
{
    /// <summary>Where the hog is, on grains.</summary>
    public HogPlace Place { get; init; } = HogPlace.AnotherGrain;
}

/// <summary>Where a hog computes, as the short operations' grains see it.</summary>
internal enum HogPlace
{
    SameGrain,
    AnotherGrain,
    AnotherSilo,
}

/// <summary>How many primes the short operations found, and how often the hog had its way meanwhile.</summary>
internal sealed record FairnessAnswer(long Primes, int LongComputations);

/// <summary>One hog among many short operations: who takes the processor away from it?</summary>
internal sealed class FairnessScenario : Scenario<FairnessJob, FairnessAnswer>
{
    private const string Short = "short";

    private static readonly Parameter ShortNumbers = new(
        "short", "numbers that a short operation tests for being prime: about a millisecond")
    { Range = (10, 100_000), Always = 700 };
    private static readonly Parameter LongNumbers = new("long", "numbers that the hog tests at a time")
    {
        Range = (1_000, 10_000_000),
        Quick = 40_000,
        Standard = 200_000,
        Thorough = 400_000,
    };
    private static readonly Parameter Rate = new("rate", "short operations that arrive a second")
    {
        Unit = "{op}/s",
        Range = (10, 10_000),
        Quick = 250,
        Standard = 100,
        Thorough = 100,
    };
    private static readonly Parameter Seconds = new("seconds", "how long they arrive")
    {
        Unit = "s",
        Range = (0.1, 600),
        Quick = 0.12,
        Standard = 2,
        Thorough = 10,
    };

    private static readonly LatencyMetrics Latency = new(Short);

    private static readonly Metric LongestDelay = new(
        "longest-delay", Quantity.Share, Better.Neither,
        "the longest short operation as a share of the time that the hog takes at once, when nothing disturbs it");

    private static readonly Metric LongComputations = new("long-computations", "1", Better.Neither, "how often the hog got through its long computation");

    public override string Name => "fairness";

    public override string Question => "What becomes of many short operations beside one that computes for long?";

    public override IReadOnlyList<Parameter> Parameters => [ShortNumbers, LongNumbers, Rate, Seconds];

    public override IReadOnlyList<Metric> Metrics => [.. Latency.All, LongestDelay, LongComputations];

    public override IReadOnlyList<Metric> Headlines => [Latency.P90, Latency.P50, LongestDelay];

    protected override IReadOnlyList<Workload<FairnessJob, FairnessAnswer>> Workloads { get; } =
    [
        new FairnessOnThreads(), new FairnessOnPool(), new FairnessOnTasks(), new FairnessOnLoop(), new FairnessOnGil(), new FairnessOnProcesses(),
        new FairnessOnGrains(),
    ];

    /// <summary>One long computation with nothing beside it.</summary>
    public override Func<CancellationToken, FairnessAnswer>? Sequentially(FairnessJob job) => cancellation =>
    {
        Primes.Count(job.Long, cancellation);
        return new FairnessAnswer(0, 1);
    };

    public override IEnumerable<Expectation> Check(FairnessJob job, FairnessAnswer answer, MeasuredTrial trial)
    {
        var isSequential = trial.Usage is null; // Then the long computation was done once, and nothing beside it.
        var planned = isSequential ? 0 : LoadParameters.OperationsOf(job.Load, trial.Recorder);
        yield return Expectation.Equal("primes of the short operations", planned * PrimeSieve.Count(job.Short), answer.Primes);
        if (job.HasHog)
        {
            yield return new Expectation("long computations, at least", 1, answer.LongComputations, answer.LongComputations >= 1);
        }
        else
        {
            yield return Expectation.Equal("long computations", isSequential ? 1 : 0, answer.LongComputations);
        }
    }

    public override IEnumerable<Measurement> Measure(FairnessJob job, FairnessAnswer answer, MeasuredTrial trial)
    {
        yield return LongComputations.Of(answer.LongComputations);
        foreach (var latency in Latency.Of(trial.Recorder))
        {
            yield return latency;
        }

        if (trial.Sequential is { } alone && trial.Recorder.Of(Short).Latency is { Count: > 0 } latencies)
        {
            yield return LongestDelay.Of(latencies.Max / alone.TotalSeconds);
        }
    }

    protected override IEnumerable<Variant<FairnessJob>> Jobs(Settings settings)
    {
        var load = new OpenLoad(Concurrency: 4, settings[Rate], settings.Time(Seconds), Arrivals.Constant, settings.Seed)
        {
            OperationName = Short,
            UnitName = "short",
            Tolerance = TimeSpan.FromMilliseconds(30), // The hog delays the generator's thread as it delays any other.
        };
        var job = new FairnessJob(From(settings.Count(ShortNumbers)), From(settings.Count(LongNumbers)), load, HasHog: false);
        var beside = job with { HasHog = true };
        yield return new("alone", job) { IsHeadline = false };
        yield return new("with a hog", beside);
        yield return new("hog in the same grain", beside with { Place = HogPlace.SameGrain })
        {
            OnlyOn = [Model.Grains],
            ComparedWith = "with a hog",
            IsHeadline = false,
            Advice = "give long computations a grain of their own",
        };
        yield return new("hog in another silo", beside with { Place = HogPlace.AnotherSilo })
        {
            OnlyOn = [Model.Grains],
            ComparedWith = "with a hog",
            IsHeadline = false,
            NeedsSilos = 2,
        };

        static NumberRange From(int numbers) => new(Primes.EqualCostFrom, Primes.EqualCostFrom + (uint)numbers);
    }
}
