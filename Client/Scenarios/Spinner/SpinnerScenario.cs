using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Spinner;

/// <summary>A spinner that shows a frame every so often, beside slow work.</summary>
/// <param name="WorkAt">The slow work, given the I/O server's address.</param>
/// <param name="Result">What the slow work finds.</param>
internal sealed record SpinnerJob(TimeSpan FrameTime, Func<Uri, SlowWork> WorkAt, long Result)
{
    /// <summary>Both in one grain, instead of one in each.</summary>
    public bool OneGrain { get; init; }
}

/// <summary>What a supervisor saw.</summary>
/// <param name="Result">The slow work's result.</param>
/// <param name="StopLatency">From telling the spinner to stop until it had.</param>
internal sealed record SpinnerAnswer(long Result, Frames Frames, TimeSpan StopLatency);

/// <summary>The two supervisors: a spinner beside slow work, which waits or computes.</summary>
internal sealed class SpinnerScenario : Scenario<SpinnerJob, SpinnerAnswer>
{
    /// <summary>What the server sends is the slow work's result.</summary>
    private const int Bytes = 42;

    private const string OwnGrain = "give slow work a grain of its own";

    /// <summary>About two milliseconds of work: nobody sees a spinner held up for so long.</summary>
    private const int NumbersBetweenYields = 1_000;

    private static readonly Parameter FrameTime = new("frame", "time from one frame to the next")
    {
        Unit = "ms",
        Range = (10, 1_000),
        Quick = 30,
        Standard = 100,
        Thorough = 100,
    };

    private static readonly Parameter Delay = new("delay", "how long the slow work waits")
    {
        Unit = "ms",
        Range = (50, 20_000),
        Quick = 125,
        Standard = 1_050,
        Thorough = 3_050,
        IsWork = true,
    };

    private static readonly Parameter Numbers = new("numbers", "how many numbers the slow work tests for being prime")
    {
        Range = (1_000, 15_000_000),
        Quick = 70_000,
        Standard = 750_000,
        Thorough = 2_200_000,
        IsWork = true,
    };

    private static readonly Metric FramesShown = new(
        "frames-shown", Quantity.Share, Better.Higher, "share of the frames due that were shown while the slow work ran")
    {
        Wording = new("frames", "something must go on beside slow work"),
        Resolution = 0.05,
        LaunchSpread = 0.05,
    };

    private static readonly Metric LongestFreeze = new("longest-freeze", "s", Better.Lower, "longest time without a new frame; at best the time of one frame")
    {
        Wording = new("longest freeze", "a freeze would be noticed"),
        Resolution = 0.002,
        LaunchSpread = 0.05,
    };

    private static readonly Metric StopLatency = new("stop-latency", "s", Better.Lower, "from telling the spinner to stop until it had stopped")
    {
        Wording = new("time to stop", "work must end soon when told to"),
        Resolution = 0.000_1, // Waking another core takes some tens of microseconds, and differs as much.
        LaunchSpread = 0.5,
    };

    public override string Name => "spinner";

    public override string Question => "Does a spinner keep turning while slow work runs, waiting or computing, and how soon does it stop when told to?";

    public override IReadOnlyList<Parameter> Parameters => [FrameTime, Delay, Numbers];

    public override IReadOnlyList<Metric> Metrics => [FramesShown, LongestFreeze, StopLatency];

    public override IReadOnlyList<Situation> Situations => [new("beside something that must go on", "computing", FramesShown)];

    protected override IReadOnlyList<Workload<SpinnerJob, SpinnerAnswer>> Workloads { get; } =
    [
        new SpinnerOnThreads(), new SpinnerOnPool(), new SpinnerOnTasks(), new SpinnerOnLoop(), new SpinnerOnGil(), new SpinnerOnProcesses(),
        new SpinnerOnGrains(),
    ];

    public override IEnumerable<Expectation> Check(SpinnerJob job, SpinnerAnswer answer, MeasuredTrial trial) =>
        [Expectation.Equal("result of the slow work", job.Result, answer.Result)];

    public override IEnumerable<Measurement> Measure(SpinnerJob job, SpinnerAnswer answer, MeasuredTrial trial)
    {
        if (answer.Frames.Due > 0)
        {
            yield return FramesShown.Of(Math.Min(1, (double)answer.Frames.ShownInTime / answer.Frames.Due));
        }

        yield return LongestFreeze.Of(answer.Frames.LongestFreeze.TotalSeconds);
        yield return StopLatency.Of(answer.StopLatency.TotalSeconds);
    }

    protected override IEnumerable<Variant<SpinnerJob>> Jobs(Settings settings)
    {
        var delay = settings.Time(Delay);
        var numbers = new NumberRange(Primes.EqualCostFrom, Primes.EqualCostFrom + (uint)settings.Count(Numbers));
        var waiting = new SpinnerJob(settings.Time(FrameTime), server => new SlowWait(new WaitRequest(server, delay, Bytes)), Bytes);
        var computing = new SpinnerJob(settings.Time(FrameTime), _ => new SlowComputation(numbers), PrimeSieve.Count(numbers));
        return
        [
            new Variant<SpinnerJob>("waiting", waiting),
            new Variant<SpinnerJob>("computing", computing),
            new Variant<SpinnerJob>("computing, yielding", computing with { WorkAt = _ => new YieldingComputation(numbers, Parts(numbers)) })
            {
                OnlyOn = [Model.Loop],
                ComparedWith = "computing",
                IsHeadline = false,
            },
            new Variant<SpinnerJob>("waiting, one grain", waiting with { OneGrain = true })
            {
                OnlyOn = [Model.Grains],
                ComparedWith = "waiting",
                Advice = OwnGrain,
                IsHeadline = false,
            },
            new Variant<SpinnerJob>("computing, one grain", computing with { OneGrain = true })
            {
                OnlyOn = [Model.Grains],
                ComparedWith = "computing",
                Advice = OwnGrain,
            },
        ];
    }

    private static int Parts(NumberRange numbers) => (int)Math.Max(1, numbers.Length / NumbersBetweenYields);
}
