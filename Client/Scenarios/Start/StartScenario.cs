using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using MathNet.Numerics.Statistics;

namespace Interleave.Client.Scenarios.Start;

/// <summary>When a unit takes its first step.</summary>
internal enum StartedBy
{
    /// <summary>It is created, and then left alone.</summary>
    Creation,

    /// <summary>It is created and started, where the model has such a thing, and not waited for.</summary>
    Start,

    /// <summary>It is created, started and waited for.</summary>
    Await,
}

/// <summary>Units that are created one after the other, each taken as far as <paramref name="By"/> says.</summary>
/// <param name="Patience">How long to look for the first step of a unit: one that has not taken it by then has not run.</param>
internal sealed record StartJob(StartedBy By, int Units, TimeSpan Patience)
{
    /// <summary>A process takes a tenth of a second.</summary>
    private const int MostProcesses = 3;

    public int UnitsOn(Model model) => model == Model.Processes ? Math.Min(MostProcesses, Units) : Units;
}

/// <summary>From each unit's creation to its first step; null for a unit that took none.</summary>
internal sealed record StartAnswer(IReadOnlyList<TimeSpan?> FirstSteps);

/// <summary>Does a unit run by being created? A created thread does not; a task and a call of a grain do.</summary>
internal sealed class StartScenario : Scenario<StartJob, StartAnswer>
{
    /// <summary>What is started runs, however busy the machine is.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    private static readonly Parameter Units = new("units", "units that are created, one after the other")
    {
        Range = (1, 100_000),
        Quick = 100,
        Standard = 1_000,
        Thorough = 10_000,
        IsWork = true,
    };

    private static readonly Parameter Patience = new(
        "patience", "how long a unit that is only created is given to take its first step")
    { Unit = "ms", Range = (20, 10_000), Always = 100 };

    private static readonly Metric Ran = new("ran", Quantity.Share, Better.Neither, "share of the units that took their first step");

    private static readonly Metric FirstStep = new("first-step", "s", Better.Lower, "from a unit's creation to its first step, the median of those that ran")
    {
        Wording = new("time to the first step", "units are many and short"),
        Resolution = 0.000_005,
        LaunchSpread = 0.2,
    };

    public override string Name => "start";

    public override string Question => "Does a unit run once it is created, once it is started, or once it is awaited, and how soon?";

    public override IReadOnlyList<Parameter> Parameters => [Units, Patience];

    public override IReadOnlyList<Metric> Metrics => [FirstStep, Ran];

    public override IReadOnlyList<Metric> Headlines => [Ran, FirstStep];

    protected override IReadOnlyList<Workload<StartJob, StartAnswer>> Workloads { get; } =
        [new StartOnThreads(), new StartOnPool(), new StartOnTasks(), new StartOnLoop(), new StartOnGil(), new StartOnProcesses(), new StartOnGrains()];

    public override IEnumerable<Expectation> Check(StartJob job, StartAnswer answer, MeasuredTrial trial)
    {
        yield return new Expectation(
            "units looked at", job.Units, answer.FirstSteps.Count, answer.FirstSteps.Count is > 0 and var looked && looked <= job.Units);
        if (job.By != StartedBy.Creation)
        {
            yield return Expectation.Equal("units that ran", answer.FirstSteps.Count, answer.FirstSteps.Count(step => step is not null));
        }
    }

    public override IEnumerable<Measurement> Measure(StartJob job, StartAnswer answer, MeasuredTrial trial)
    {
        var steps = answer.FirstSteps.OfType<TimeSpan>().Select(step => step.TotalSeconds).ToList();
        yield return Ran.Of((double)steps.Count / answer.FirstSteps.Count);
        if (steps.Count > 0)
        {
            yield return FirstStep.Of(steps.Median());
        }
    }

    protected override IEnumerable<Variant<StartJob>> Jobs(Settings settings)
    {
        var units = settings.Count(Units);
        var patience = settings.Time(Patience);
        // What never runs is waited for each time: one unit tells as much as a hundred.
        yield return new("created", new StartJob(StartedBy.Creation, 1, patience)) { Fixes = [(Units, 1)] };
        yield return new("started", new StartJob(StartedBy.Start, units, LongEnough));
        yield return new("awaited", new StartJob(StartedBy.Await, units, LongEnough));
    }
}
