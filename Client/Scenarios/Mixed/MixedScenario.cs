using System.Globalization;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Mixed;

/// <summary>Requests that wait for an answer, compute, and wait for another answer.</summary>
internal sealed record MixedJob(TimeSpan WaitBefore, NumberRange Numbers, TimeSpan WaitAfter, Load Load)
{
    /// <summary>What comes with each answer.</summary>
    public const int Bytes = 100;

    public MixedRequest RequestTo(Uri server) => new(new WaitRequest(server, WaitBefore, Bytes), Numbers, new WaitRequest(server, WaitAfter, Bytes));
}

/// <summary>What each request yielded, in the order in which they were served.</summary>
internal sealed record MixedAnswer(IReadOnlyCollection<MixedReply> Served)
{
    /// <summary>The lock that the threads shared, where they shared one.</summary>
    public GlobalLock? Gil { get; init; }
}

/// <summary>A typical request: how many a second can each model serve, and how soon, as more and more arrive?</summary>
/// <remarks>
/// Workers know nothing of each other, so the rates of the open loads are shares of a parameter, the same for every model, and not of what the closed load
/// found. Beside them stands <c>offered-share</c>: what the highest of the two usual rates was of the model's own capacity, as found in the same round.
/// <c>pool</c> is not the least model that the parameter speaks of: it starves as long as it is cold, whatever the rate.
/// </remarks>
internal sealed class MixedScenario : Scenario<MixedJob, MixedAnswer>
{
    private const string Closed = "capacity";
    private const string RateName = "rate";
    private const double Usual = 0.8;

    /// <summary>Latency has left its floor when it is so many times what the waits take.</summary>
    private const double Left = 2;

    /// <summary>The rates of the open loads as shares of the least capacity, in the order in which more of them are asked for.</summary>
    private static readonly double[] Shares = [Usual, 0.5];

    /// <summary>Fewer rates do not show where a curve bends.</summary>
    private const int FewestForKnee = 3;

    /// <summary>Each higher rate is so many times the one before.</summary>
    private const double Higher = 1.5;

    private static readonly Parameter Before = new("before", "how long the first answer takes") { Unit = "ms", Range = (1, 10_000), Always = 20 };

    private static readonly Parameter Numbers = new("numbers", "numbers that a request tests for being prime; one takes about 1.4 µs")
    {
        Range = (1, 1_000_000),
        Always = 1_430,
        IsWork = true,
    };

    private static readonly Parameter After = new("after", "how long the second answer takes") { Unit = "ms", Range = (1, 10_000), Always = 10 };

    private static readonly Parameter Operations = new("operations", "requests of the closed load")
    {
        Range = (4, 1_000_000),
        Quick = 45,
        Standard = 1_000,
        Thorough = 5_000,
        IsWork = true,
    };

    private static readonly Parameter Concurrency = new("concurrency", "units, and the most requests at once")
    {
        Range = (2, 10_000),
        Quick = 25,
        Standard = 100,
        Thorough = 100,
    };

    private static readonly Parameter Least = new("least-capacity", "what the least model serves a second, of which the open loads offer shares")
    {
        Unit = "{op}/s",
        Range = (10, 100_000),
        Always = 350, // One thread that computes 2 ms for each request serves fewer than 500.
    };

    private static readonly Parameter Rates = new(
        "rates", "open loads: at 80 % of the least capacity, then at 50 %, then each at 1.5 times the highest, to find the knee")
    {
        Range = (1, 10),
        Quick = 1,
        Standard = 5,
        Thorough = 7,
    };

    private static readonly Parameter Seconds = new("seconds", "how long requests arrive in each open load")
    {
        Unit = "s",
        Range = (0.1, 600),
        Quick = 0.1,
        Standard = 2,
        Thorough = 10,
    };

    /// <summary>No parameter that can be given: each open load has its own.</summary>
    private static readonly Parameter Rate = new(RateName, "arrivals a second of an open load") { Unit = "{op}/s", Range = (0, 10_000_000) };

    private static readonly Metric Knee = new(
        "knee",
        "{op}/s",
        Better.Higher,
        "arrivals a second at which the 99th percentile of latencies passes twice the waits, by interpolation; the highest rate where it never does")
    {
        Wording = new("the rate at which latency leaves its floor", "answers must stay soon as load grows"),
    };

    private static readonly Metric OfferedShare = new(
        "offered-share", "1", Better.Neither, "the rate that is meant to be 80 % of the least capacity, as a share of this model's own in the closed load");

    public override string Name => "mixed";

    public override string Question => "How many typical requests a second (wait, compute, wait) does each model serve, and how soon at a given rate?";

    public override IReadOnlyList<Parameter> Parameters => [Before, Numbers, After, Operations, Concurrency, Least, Rates, Seconds];

    public override IReadOnlyList<Metric> Metrics => LoadMetrics.All;

    public override IReadOnlyList<Metric> Headlines =>
        [LoadMetrics.Throughput, LatencyMetrics.Default.P50, LatencyMetrics.Default.P90, LatencyMetrics.Default.P99, LoadMetrics.Dropped, Knee, OfferedShare];

    public override IReadOnlyList<FigureOverVariants> FiguresOverVariants { get; } =
    [
        new("over all rates", Knee, KneeOf),
        new("over all rates", OfferedShare, OfferedShareOf),
    ];

    protected override IReadOnlyList<Workload<MixedJob, MixedAnswer>> Workloads { get; } =
        [new MixedOnThreads(), new MixedOnPool(), new MixedOnTasks(), new MixedOnLoop(), new MixedOnGil(), new MixedOnProcesses(), new MixedOnGrains()];

    public override IEnumerable<Expectation> Check(MixedJob job, MixedAnswer answer, MeasuredTrial trial)
    {
        var requests = LoadParameters.OperationsOf(job.Load, trial.Recorder);
        yield return Expectation.Equal("requests served", requests, answer.Served.Count);
        yield return Expectation.Equal("primes found", requests * PrimeSieve.Count(job.Numbers), answer.Served.Sum(reply => reply.Primes));
        yield return Expectation.Equal("bytes received", requests * 2 * MixedJob.Bytes, answer.Served.Sum(reply => reply.Bytes));
        if (answer.Gil is { } gil)
        {
            yield return Expectation.Equal("threads under the lock at once", 1, gil.PeakHolders);
        }
    }

    public override IEnumerable<Measurement> Measure(MixedJob job, MixedAnswer answer, MeasuredTrial trial) => LoadMetrics.Of(trial, job.Load);

    protected override IEnumerable<Variant<MixedJob>> Jobs(Settings settings)
    {
        var numbers = new NumberRange(Primes.EqualCostFrom, Primes.EqualCostFrom + (uint)settings.Count(Numbers));
        var job = new MixedJob(settings.Time(Before), numbers, settings.Time(After), new ClosedLoad(settings.Count(Concurrency), settings.Count(Operations)));
        yield return new(Closed, job);
        var higher = Enumerable.Range(1, settings.Count(Rates)).Select(step => Usual * Math.Pow(Higher, step));
        foreach (var share in Shares.Concat(higher).Take(settings.Count(Rates)).Order())
        {
            var rate = Math.Round(share * settings[Least]);
            var load = new OpenLoad(settings.Count(Concurrency), rate, settings.Time(Seconds), Arrivals.Poisson, settings.Seed)
            {
                Tolerance = TimeSpan.FromMilliseconds(30), // Requests that compute delay the generator's thread as they delay any other.
            };
            yield return new(string.Create(CultureInfo.InvariantCulture, $"arriving {rate}/s"), job with { Load = load })
            {
                Fixes = [(Rate, rate)],
                IsHeadline = share == Usual,
            };
        }
    }

    private static double? KneeOf(IReadOnlyList<Trial> trials)
    {
        var curve = trials
            .Where(trial => trial.Parameters.ContainsKey(RateName) && trial.Metrics.ContainsKey(LatencyMetrics.Default.P99.Name))
            .Select(trial => (trial.Parameters[RateName], trial.Metrics[LatencyMetrics.Default.P99.Name]))
            .ToList();
        return curve.Count < FewestForKnee ? null : Crossing.Upwards(curve, Left * WaitsOf(trials[0])) ?? curve.Max(point => point.Item1);
    }

    private static double? OfferedShareOf(IReadOnlyList<Trial> trials) =>
        trials.FirstOrDefault(trial => trial.Variant == Closed) is { } closed
        && closed.Metrics.TryGetValue(LoadMetrics.Throughput.Name, out var capacity)
        && closed.Parameters.TryGetValue(Least.Name, out var least)
            ? Usual * least / capacity
            : null;

    private static double WaitsOf(Trial trial) => TimeSpan.FromMilliseconds(trial.Parameters[Before.Name] + trial.Parameters[After.Name]).TotalSeconds;
}
