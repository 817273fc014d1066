using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;

namespace Interleave.Client.Scenarios.Switch;

/// <summary>Two units that throw a ball to each other: one counts it up and throws, the other counts it up and throws it back.</summary>
/// <param name="Load">An operation is a rally of many round trips.</param>
internal sealed record SwitchJob(ClosedLoad Load)
{
    /// <summary>How the ball goes over.</summary>
    public Handover By { get; init; } = Handover.Usual;

    /// <summary>Whether everything that takes part shares one core.</summary>
    public bool Pinned { get; init; }

    /// <summary>Where the partners are, on grains.</summary>
    public GrainPartners Partners { get; init; } = GrainPartners.InOneSilo;
}

/// <summary>What carries the ball from one unit to the other.</summary>
internal enum Handover
{
    /// <summary>What is usual on the model; where it blocks, a wait that the operating system carries out.</summary>
    Usual,

    /// <summary>A semaphore that spins for a while before it lets the operating system wait.</summary>
    SpinningFirst,

    /// <summary>A byte through a pipe of the operating system.</summary>
    Pipe,

    /// <summary>No hand-over at all: an iterator is resumed by a call of its caller.</summary>
    Iterator,

    /// <summary>As <see cref="Iterator"/>, without anything recorded: what recording costs is the difference.</summary>
    BareIterator,
}

/// <summary>Which two throw the ball on grains.</summary>
internal enum GrainPartners
{
    InOneSilo,
    InTwoSilos,
    ClientAndGrain,
}

/// <summary>How often the ball was counted up by the one that threw it back.</summary>
internal sealed record SwitchAnswer(long Returns);

/// <summary>What it costs to hand control over to another unit and back.</summary>
internal sealed class SwitchScenario : Scenario<SwitchJob, SwitchAnswer>
{
    /// <summary>So many that what a rally costs to record does not show: 0.1 µs in the time of a hundred trips.</summary>
    private const int TripsARally = 100;

    private static readonly Parameter Rallies = new("rallies", $"rallies of {TripsARally} round trips between two units")
    {
        Range = (1, 1_000_000),
        Quick = 10,
        Standard = 100,
        Thorough = 500,
        IsWork = true,
    };

    private static readonly Metric RoundTrips = new(
        "round-trips", "{trip}/s", Better.Higher, "times a second that control went over to the other unit and came back")
    {
        Wording = new("round trips a second", "units hand over to each other often"),
        DerivedFrom = CommonMetrics.Time,
    };

    private static readonly Metric SwitchTime = new("switch-time", "s", Better.Neither, "half a round trip: one hand-over");

    private static readonly Metric SystemSwitches = new(
        "system-switches", "{switch}/{trip}", Better.Neither, "context switches of the operating system a round trip");

    public override string Name => "switch";

    public override string Question => "What does handing control over cost?";

    public override IReadOnlyList<Parameter> Parameters => [Rallies];

    public override IReadOnlyList<Metric> Metrics => [RoundTrips, SwitchTime, SystemSwitches];

    public override IReadOnlyList<Situation> Situations => [new("handing over often", "free", RoundTrips)];

    protected override IReadOnlyList<Workload<SwitchJob, SwitchAnswer>> Workloads { get; } =
        [new SwitchOnThreads(), new SwitchOnPool(), new SwitchOnTasks(), new SwitchOnLoop(), new SwitchOnGil(), new SwitchOnProcesses(), new SwitchOnGrains()];

    public override IEnumerable<Expectation> Check(SwitchJob job, SwitchAnswer answer, MeasuredTrial trial)
    {
        yield return Expectation.Equal("balls returned", job.Load.Steps, answer.Returns);
        if (job.By is not (Handover.Iterator or Handover.BareIterator))
        {
            yield return Expectation.Equal("peak live units", 2, trial.Recorder.Units.Peak);
        }
    }

    public override IEnumerable<Measurement> Measure(SwitchJob job, SwitchAnswer answer, MeasuredTrial trial)
    {
        yield return RoundTrips.Of(job.Load.Steps / trial.Elapsed.TotalSeconds);
        yield return SwitchTime.Of(trial.Elapsed.TotalSeconds / job.Load.Steps / 2);
        if (trial.Usage?.ContextSwitches is { } switches)
        {
            yield return SystemSwitches.Of((double)switches / job.Load.Steps);
        }
    }

    protected override IEnumerable<Variant<SwitchJob>> Jobs(Settings settings)
    {
        var job = new SwitchJob(new ClosedLoad(Concurrency: 1, settings.Count(Rallies)) { StepsAnOperation = TripsARally, UnitName = "ping" });
        Model[] grains = [Model.Grains];
        Model[] loop = [Model.Loop];
        yield return new("free", job) { OnlyOn = InOneProcess };
        yield return new("pinned", job with { Pinned = true }) { OnlyOn = InOneProcess };
        yield return new("pipe, free", job with { By = Handover.Pipe }) { OnlyOn = Pipes, IsHeadline = false };
        yield return new("pipe, pinned", job with { By = Handover.Pipe, Pinned = true }) { OnlyOn = Pipes };
        yield return new("spinning first, free", job with { By = Handover.SpinningFirst }) { OnlyOn = [Model.Threads], IsHeadline = false };
        yield return new("iterator", job with { By = Handover.Iterator }) { OnlyOn = loop, ComparedWith = "free", IsHeadline = false };
        yield return new("iterator, not recorded", job with { By = Handover.BareIterator }) { OnlyOn = loop, ComparedWith = "free", IsHeadline = false };
        yield return new("two silos", job with { Partners = GrainPartners.InTwoSilos }) { OnlyOn = grains, ComparedWith = "free", NeedsSilos = 2 };
        yield return new(
            "client to grain", job with { Partners = GrainPartners.ClientAndGrain })
        { OnlyOn = grains, ComparedWith = "free", IsHeadline = false };
    }

    private static Model[] Pipes { get; } = [Model.Threads, Model.Processes];

    private static Model[] InOneProcess { get; } = [.. Model.All.Except([Model.Processes])];
}
