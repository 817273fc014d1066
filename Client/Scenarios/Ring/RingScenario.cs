using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;

namespace Interleave.Client.Scenarios.Ring;

/// <summary>Units in a ring, each of which passes a token to the next one until its hops are used up.</summary>
/// <param name="Load">An operation is a token that goes round; its steps are hops.</param>
internal sealed record RingJob(int Units, ClosedLoad Load)
{
    /// <summary>Where a token ends that starts at unit 0.</summary>
    public int Last => Load.StepsAnOperation % Units;

    /// <summary>Whether the ring lies in all silos, where units are grains.</summary>
    public bool OverSilos { get; init; }
}

/// <summary>How many hops all units made together, and which of them held each token last.</summary>
internal sealed record RingAnswer(long Hops, IReadOnlyCollection<int> LastHolders);

/// <summary>The thread ring of the actor benchmarks: one token, many units, only one of which can do anything at a time.</summary>
/// <remarks>Imam and Sarkar, Savina: An Actor Benchmark Suite, 2014, where 503 units pass it on.</remarks>
internal sealed class RingScenario : Scenario<RingJob, RingAnswer>
{
    private const int Tokens = 5;

    private static readonly Parameter Units = new("units", "units in the ring") { Range = (2, 5_000), Always = 100 };

    private static readonly Parameter Hops = new("hops", "hops from unit to unit, in all")
    {
        Range = (50, 100_000_000),
        Quick = 12_000,
        Standard = 100_000,
        Thorough = 1_000_000,
        IsWork = true,
    };

    private static readonly Metric HopRate = new("hops-per-second", "{hop}/s", Better.Higher, "hops of the token a second")
    {
        Wording = new("hops a second", "messages travel through many units"),
        DerivedFrom = CommonMetrics.Time,
    };

    public override string Name => "ring";

    public override string Question => "How fast does a token travel round a ring of many units?";

    public override IReadOnlyList<Parameter> Parameters => [Units, Hops];

    public override IReadOnlyList<Metric> Metrics => [HopRate];

    protected override IReadOnlyList<Workload<RingJob, RingAnswer>> Workloads { get; } =
        [new RingOnThreads(), new RingOnTasks(), new RingOnLoop(), new RingOnGil(), new RingOnGrains()];

    public override string? WhyNot(Model model) =>
        model == Model.Pool ? "a unit that waits for the token holds a thread of the pool, which makes one or two more a second: the ring would take a " +
            "minute to close"
        : model == Model.Processes ? "a hundred processes take longer to start than the token needs for all its hops; 'switch' passes a ball between two"
        : null;

    public override IEnumerable<Expectation> Check(RingJob job, RingAnswer answer, MeasuredTrial trial)
    {
        yield return Expectation.Equal("hops made", job.Load.Steps, answer.Hops);
        yield return Expectation.Equal("tokens that ended where they must", job.Load.Operations, answer.LastHolders.Count(holder => holder == job.Last));
        yield return Expectation.Equal("peak live units, with the one that starts the token", job.Units + 1, trial.Recorder.Units.Peak);
    }

    public override IEnumerable<Measurement> Measure(RingJob job, RingAnswer answer, MeasuredTrial trial) =>
        [HopRate.Of(job.Load.Steps / trial.Elapsed.TotalSeconds)];

    protected override IEnumerable<Variant<RingJob>> Jobs(Settings settings)
    {
        var job = new RingJob(
            settings.Count(Units), new ClosedLoad(Concurrency: 1, Tokens) { StepsAnOperation = settings.Count(Hops) / Tokens, UnitName = "starter" });
        yield return new("one ring", job);
        yield return new("over silos", job with { OverSilos = true }) { OnlyOn = [Model.Grains], ComparedWith = "one ring", NeedsSilos = 2 };
    }
}
