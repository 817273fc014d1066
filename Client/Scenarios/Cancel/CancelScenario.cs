using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Grains.Cancel;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cancel;

/// <summary>Units that work until they are stopped.</summary>
/// <param name="WorkAt">What they do, given the I/O server's address.</param>
/// <param name="Result">What every piece of that yields.</param>
/// <param name="Stops">How many units are stopped, each once.</param>
/// <param name="AtOnce">How many of them are at work at the same time.</param>
/// <param name="LongestPause">How long to wait at most before a stop; the moment is drawn by chance.</param>
internal sealed record CancelJob(Func<Uri, PiecesOfWork> WorkAt, long Result, int Stops, int AtOnce, TimeSpan LongestPause, int Seed)
{
    /// <summary>Whether the work is called from a grain in another silo.</summary>
    public bool AcrossSilos { get; init; }
}

/// <summary>What came of each stop.</summary>
internal sealed record CancelAnswer(IReadOnlyList<StopOutcome> Stops);

/// <summary>Work in progress is stopped from outside, waiting and computing.</summary>
internal sealed class CancelScenario : Scenario<CancelJob, CancelAnswer>
{
    /// <summary>What stops are called among the kinds of operations: each is one, from being told to the end.</summary>
    public const string StopName = "stop";

    /// <summary>Nobody minds that work stops by so many seconds later.</summary>
    private const double NoticedDelay = 0.001;

    /// <summary>What the server sends is the result of a piece that waits.</summary>
    private const int Bytes = 42;

    /// <summary>Less than it takes to test one number: a unit that computes is stopped somewhere within its first piece.</summary>
    private static readonly TimeSpan LessThanANumber = TimeSpan.FromMicroseconds(1);

    private static readonly Parameter Stops = new("stops", "units that are stopped, each once")
    {
        Range = (4, 1_000_000),
        Quick = 170,
        Standard = 1_000,
        Thorough = 10_000,
        IsWork = true,
    };

    private static readonly Parameter AtOnce = new(
        "at-once", "units that wait at the same time; of those that compute, there is one")
    { Range = (2, 1_000), Quick = 5, Standard = 50, Thorough = 50 };

    private static readonly Parameter Kills = new("kills", "processes that are killed: each stop takes a fresh one")
    {
        Range = (1, 100_000),
        Quick = 4,
        Standard = 100,
        Thorough = 500,
    };

    private static readonly Parameter Delay = new("delay", "how long a piece of work waits, where it waits")
    {
        Unit = "ms",
        Range = (2, 10_000),
        Quick = 4,
        Standard = 20,
        Thorough = 50,
    };

    private static readonly Parameter Numbers = new("numbers", "how many numbers a piece of work tests for being prime, where it computes")
    {
        Range = (20, 10_000_000),
        Quick = 40,
        Standard = 500,
        Thorough = 2_000,
    };

    private static readonly LatencyMetrics Latency = new(StopName);

    private static readonly Metric StopsMade = new("stops", "{stop}", Better.Neither, "units that were stopped");

    private static readonly Metric BrokenOff = new(
        "broken-off", Quantity.Share, Better.Neither, "stops that broke off a piece of work instead of waiting for its end");

    private static readonly Metric CleanedUp = new("cleaned-up", Quantity.Share, Better.Higher, "stopped units whose own clean-up ran")
    {
        Wording = new("clean-ups", "whatever is stopped must give back what it holds"),
    };

    private static readonly Metric BrokenInvariants = new(
        "broken-invariants", "{stop}", Better.Lower, "stopped units that left two fields disagreeing which must agree")
    {
        Exposure = StopsMade,
        Wording = new("broken invariants", "state must be right after a stop"),
    };

    private static readonly Metric UntilAwait = new(
        "time-to-await", "s", Better.Neither,
        "from being told to stop to the unit's next await between two pieces, or its next look at the signal; the median");

    private static readonly Metric OverUntilAwait = new(
        "latency-over-time-to-await", "1", Better.Neither, "stop latency as a multiple of the time to the next await; the lowest of all stops");

    public override string Name => "cancel";

    public override string Question => "How soon does work stop when told to from outside, waiting and computing, and in what state is it left?";

    public override IReadOnlyList<Parameter> Parameters => [Stops, AtOnce, Kills, Delay, Numbers];

    public override IReadOnlyList<Metric> Metrics => [.. Latency.All, CleanedUp, BrokenInvariants, StopsMade, BrokenOff, UntilAwait, OverUntilAwait];

    public override IReadOnlyList<Metric> Headlines => [Latency.P50, Latency.P99, CleanedUp, BrokenInvariants, BrokenOff];

    public override IReadOnlyList<Situation> Situations =>
    [
        new("stopping work that waits", "waiting", Latency.P50) { Trifle = _ => NoticedDelay },
        new("stopping work that computes", "computing", Latency.P50) { Trifle = _ => NoticedDelay },
    ];

    protected override IReadOnlyList<Workload<CancelJob, CancelAnswer>> Workloads { get; } =
    [
        new CancelOnThreads(), new CancelOnPool(), new CancelOnTasks(), new CancelOnLoop(), new CancelOnGil(), new CancelOnProcesses(), new CancelOnGrains(),
    ];

    /// <summary>Those whose units are told to stop, and have a say in it.</summary>
    private static Model[] Told { get; } = [.. Model.All.Except([Model.Processes])];

    public override IEnumerable<Expectation> Check(CancelJob job, CancelAnswer answer, MeasuredTrial trial) =>
    [
        Expectation.Equal("units at work until they were stopped", job.Stops, answer.Stops.Count(stop => stop.WasAtWork)),
        Expectation.Equal("pieces of work with a wrong result", 0, answer.Stops.Sum(stop => stop.Report.WrongResults)),
    ];

    public override IEnumerable<Measurement> Measure(CancelJob job, CancelAnswer answer, MeasuredTrial trial)
    {
        var stops = answer.Stops;
        foreach (var measurement in Latency.Of(trial.Recorder))
        {
            yield return measurement;
        }

        yield return StopsMade.Of(stops.Count);
        yield return CleanedUp.Of(Share(stop => stop.Report.CleanedUp));
        yield return BrokenOff.Of(Share(stop => stop.Report.BrokenOff));
        yield return BrokenInvariants.Of(stops.Count(stop => !stop.Report.InvariantHolds));

        // Asked before.
        var untilAwait = stops.Where(stop => stop.UntilAwait is not null).Select(stop => (stop.Latency, Until: stop.UntilAwait!.Value)).ToList();
        if (untilAwait.Count > 0)
        {
            yield return UntilAwait.Of(untilAwait.Select(stop => stop.Until.TotalSeconds).Order().ElementAt(untilAwait.Count / 2));
            yield return OverUntilAwait.Of(untilAwait.Min(stop => stop.Latency / stop.Until));
        }

        double Share(Func<StopOutcome, bool> holds) => (double)stops.Count(holds) / stops.Count;
    }

    protected override IEnumerable<Variant<CancelJob>> Jobs(Settings settings)
    {
        var delay = settings.Time(Delay);
        var numbers = new NumberRange(Primes.EqualCostFrom, Primes.EqualCostFrom + (uint)settings.Count(Numbers));
        var stops = settings.Count(Stops);
        var kills = settings.Count(Kills);
        var waiting = new CancelJob(Waiting(looksInside: false), Bytes, stops, settings.Count(AtOnce), delay / 2, settings.Seed);
        var computing = new CancelJob(
            Computing(looksInside: false), PrimeSieve.Count(numbers), stops, AtOnce: 1, LessThanANumber * numbers.Length, settings.Seed);
        return
        [
            new("waiting", waiting) { OnlyOn = Told },
            new("computing", computing) { OnlyOn = Told },
            new("waiting, killed", waiting with { Stops = kills }) { OnlyOn = [Model.Processes], ComparedWith = "waiting", Fixes = [(Stops, kills)] },
            new("computing, killed", computing with { Stops = kills }) { OnlyOn = [Model.Processes], ComparedWith = "computing", Fixes = [(Stops, kills)] },
            new("waiting, looking", waiting with { WorkAt = Waiting(looksInside: true) }) { OnlyOn = [Model.Threads, Model.Pool, Model.Gil] },
            new("computing, looking", computing with { WorkAt = Computing(looksInside: true) }) { OnlyOn = Told },
            new("waiting, across silos", waiting with { AcrossSilos = true }) { OnlyOn = [Model.Grains], ComparedWith = "waiting", NeedsSilos = 2 },
            new("computing, across silos", computing with { AcrossSilos = true }) { OnlyOn = [Model.Grains], ComparedWith = "computing", NeedsSilos = 2 },
        ];

        Func<Uri, PiecesOfWork> Waiting(bool looksInside) => server => new PiecesOfWork(new SlowWait(new WaitRequest(server, delay, Bytes)), looksInside);

        Func<Uri, PiecesOfWork> Computing(bool looksInside) => _ => new PiecesOfWork(new SlowComputation(numbers), looksInside);
    }
}
