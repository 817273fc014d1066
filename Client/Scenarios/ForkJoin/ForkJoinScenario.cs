using System.Diagnostics;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.ForkJoin;

/// <summary>A parent that forks children, each of which waits longer than the one before, and has work of its own.</summary>
/// <param name="RunsOn">Whether the parent does its own work first, and is told what the children found; else it joins them before.</param>
internal sealed record ForkJoinJob(int Children, TimeSpan Longest, NumberRange OwnWork, bool RunsOn)
{
    private const int BytesOfTheFirst = 10;

    public WaitRequest RequestOf(int child, Uri server) => new(server, Longest * (child + 1) / Children, BytesOfTheFirst + child);

    /// <summary>What all children receive together.</summary>
    public long Bytes => Enumerable.Range(0, Children).Sum(child => BytesOfTheFirst + child);
}

/// <summary>What the parent came to.</summary>
/// <param name="Blocked">From when all children were forked until the parent could go on with its own work.</param>
internal sealed record ForkJoinAnswer(long Bytes, long Primes, TimeSpan Blocked)
{
    /// <summary>Whether a child may have to wait until another has ended before it begins.</summary>
    public bool ChildrenQueue { get; init; }
}

/// <summary>A parent waits for its children, or goes its own way and is told.</summary>
internal sealed class ForkJoinScenario : Scenario<ForkJoinJob, ForkJoinAnswer>
{
    private static readonly Parameter Children = new("children", "children that the parent forks") { Range = (1, 200), Always = 4 };
    private static readonly Parameter Longest = new("longest", "how long the slowest child waits")
    {
        Unit = "ms",
        Range = (5, 10_000),
        Quick = 60,
        Standard = 200,
        Thorough = 500,
    };
    private static readonly Parameter Numbers = new("numbers", "numbers that the parent tests for being prime meanwhile")
    {
        Range = (1_000, 10_000_000),
        Quick = 10_000,
        Standard = 40_000,
        Thorough = 100_000,
    };

    private static readonly Metric Blocked = new("blocked", "s", Better.Lower, "from when all children were forked until the parent went on with its own work")
    {
        Wording = new("time the parent is blocked", "the parent has other things to do"),
        Resolution = 0.001,
        LaunchSpread = 0.05,
    };

    private static readonly Metric BlockedShare = new("blocked-share", Quantity.Share, Better.Neither, "that time as a share of the slowest child's");

    public override string Name => "forkjoin";

    public override string Question => "What does a parent gain that goes on with its own work until its children report, instead of waiting for them?";

    public override IReadOnlyList<Parameter> Parameters => [Children, Longest, Numbers];

    public override IReadOnlyList<Metric> Metrics => [Blocked, BlockedShare];

    protected override IReadOnlyList<Workload<ForkJoinJob, ForkJoinAnswer>> Workloads { get; } =
        [new ForkJoinOnThreads(), new ForkJoinOnPool(), new ForkJoinOnTasks(), new ForkJoinOnLoop(), new ForkJoinOnGil(), new ForkJoinOnGrains()];

    public override string? WhyNot(Model model) =>
        model == Model.Processes ? "a parent waits for a child process by a thread that waits for its pipe, as on threads" : null;

    public override IEnumerable<Expectation> Check(ForkJoinJob job, ForkJoinAnswer answer, MeasuredTrial trial)
    {
        yield return Expectation.Equal("bytes the children received", job.Bytes, answer.Bytes);
        yield return Expectation.Equal("primes the parent counted", PrimeSieve.Count(job.OwnWork), answer.Primes);
        if (!answer.ChildrenQueue)
        {
            yield return Expectation.Equal("peak live children", job.Children, trial.Recorder.Units.Peak);
        }
    }

    public override IEnumerable<Measurement> Measure(ForkJoinJob job, ForkJoinAnswer answer, MeasuredTrial trial) =>
        [Blocked.Of(answer.Blocked.TotalSeconds), BlockedShare.Of(answer.Blocked / job.Longest)];

    protected override IEnumerable<Variant<ForkJoinJob>> Jobs(Settings settings)
    {
        var numbers = new NumberRange(Primes.EqualCostFrom, Primes.EqualCostFrom + (uint)settings.Count(Numbers));
        var job = new ForkJoinJob(settings.Count(Children), settings.Time(Longest), numbers, RunsOn: false);
        yield return new("join", job);
        yield return new("run on", job with { RunsOn = true });
    }
}
