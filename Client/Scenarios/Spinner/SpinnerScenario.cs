using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Spinner;

/// <summary>The two supervisors: a spinner beside slow work, which waits or computes.</summary>
internal sealed class SpinnerScenario : Scenario<SpinnerJob, SpinnerAnswer>
{
    /// <summary>What the server sends is the slow work's result.</summary>
    private const int Bytes = 42;

    private const string OwnGrain = "give slow work a grain of its own";

    private static readonly Parameter FrameTime = new("frame", "ms", "time from one frame to the next", 10, 1_000, 100);
    private static readonly Parameter Delay = new("delay", "ms", "how long the slow work waits", 50, 20_000, 350, 1_050, 3_050);
    private static readonly Parameter Numbers = new("numbers", "1", "how many numbers the slow work tests for being prime", 1_000, 15_000_000, 250_000, 750_000, 2_200_000);

    private static readonly Metric FramesShown = new("frames-shown", Quantity.Share, Better.Higher, "share of the frames due that were shown while the slow work ran")
    {
        Wording = new("frames", "something must go on beside slow work"),
    };

    private static readonly Metric LongestFreeze = new("longest-freeze", "s", Better.Lower, "longest time without a new frame; at best the time of one frame")
    {
        Wording = new("longest freeze", "a freeze would be noticed"),
    };

    private static readonly Metric StopLatency = new("stop-latency", "s", Better.Lower, "from telling the spinner to stop until it had stopped")
    {
        Wording = new("time to stop", "work must end soon when told to"),
    };

    private static readonly Metric RanWhenCreated = new("ran-when-created", "1", Better.Neither, "whether a unit ran that was created and not started");

    public override string Name => "spinner";

    public override string Question => "Does a spinner keep turning while slow work runs, waiting or computing, and how soon does it stop when told to?";

    public override IReadOnlyList<Parameter> Parameters => [FrameTime, Delay, Numbers];

    public override IReadOnlyList<Metric> Metrics => [FramesShown, LongestFreeze, StopLatency, RanWhenCreated];

    public override IReadOnlyList<Situation> Situations => [new("beside something that must go on", "computing", FramesShown)];

    protected override IReadOnlyList<Workload<SpinnerJob, SpinnerAnswer>> Workloads { get; } =
        [new SpinnerOnThreads(), new SpinnerOnTasks(), new SpinnerOnLoop(), new SpinnerOnGrains()];

    public override IEnumerable<Expectation> Judge(SpinnerJob job, SpinnerAnswer answer, TrialRecording recording) =>
        [Expectation.Equal("result of the slow work", job.Result, answer.Result)];

    public override IEnumerable<Measurement> Measure(SpinnerJob job, SpinnerAnswer answer, TrialRecording recording)
    {
        if (answer.Frames.Due > 0)
        {
            yield return FramesShown.Of(Math.Min(1, (double)answer.Frames.ShownInTime / answer.Frames.Due));
        }

        yield return LongestFreeze.Of(answer.Frames.LongestFreeze.TotalSeconds);
        yield return StopLatency.Of(answer.StopLatency.TotalSeconds);
        yield return RanWhenCreated.Of(answer.RanWhenCreated ? 1 : 0);
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
            new Variant<SpinnerJob>("waiting, one grain", waiting with { OneGrain = true }) { OnlyOn = [Model.Grains], ComparedWith = "waiting", Advice = OwnGrain },
            new Variant<SpinnerJob>("computing, one grain", computing with { OneGrain = true }) { OnlyOn = [Model.Grains], ComparedWith = "computing", Advice = OwnGrain },
        ];
    }
}
