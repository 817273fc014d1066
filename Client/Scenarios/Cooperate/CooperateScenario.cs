using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cooperate;

/// <summary>Items that one unit makes and another one takes, through a queue that holds so many and no more.</summary>
/// <param name="Effort">What the consumer computes for each item: numbers to test for being prime.</param>
internal sealed record CooperateJob(int Items, int Capacity, int Effort)
{
    /// <summary>Whether the two are routines that call each other, with nothing between them.</summary>
    public bool ByIterator { get; init; }

    /// <summary>Whether producer and consumer are in two silos, where they are grains.</summary>
    public bool AcrossSilos { get; init; }
}

/// <summary>What the consumer saw, and which threads the producer ran on.</summary>
/// <param name="ProducerThreads">Null where the producer was in another process.</param>
internal sealed record CooperateAnswer(Consumption Consumed, IReadOnlyCollection<int>? ProducerThreads);

/// <summary>Producer and consumer as cooperating routines: the one goes on where it left off whenever the other wants more.</summary>
internal sealed class CooperateScenario : Scenario<CooperateJob, CooperateAnswer>
{
    public const string QueueLength = "queue-length";

    private static readonly Parameter Items = new("items", "items that are produced and consumed")
    {
        Range = (10, 100_000_000),
        Quick = 10_000,
        Standard = 100_000,
        Thorough = 1_000_000,
        IsWork = true,
    };

    private static readonly Parameter Capacity = new("capacity", "how many items the queue between the two may hold") { Range = (1, 1_000_000), Always = 64 };
    private static readonly Parameter Effort = new(
        "effort", "numbers that a slow consumer tests for being prime, for each item")
    { Range = (1, 100_000), Always = 10 };

    private static readonly Metric ItemRate = new("items-per-second", "{item}/s", Better.Higher, "items handed over a second")
    {
        Wording = new("items a second", "items are many and small"),
    };

    private static readonly Metric PeakQueue = new(
        "queue-peak", "{item}", Better.Neither, "the most items that waited between the two: at most what the queue may hold, for the producer waits then");

    private static readonly Metric ThreadsUsed = new("threads-used", "{thread}", Better.Neither, "threads that produced or consumed");

    public override string Name => "cooperate";

    public override string Question => "What does it cost to let a producer and a consumer take turns, and does the fast one wait for the slow one?";

    public override IReadOnlyList<Parameter> Parameters => [Items, Capacity, Effort];

    public override IReadOnlyList<Metric> Metrics => [ItemRate, PeakQueue, ThreadsUsed];

    protected override IReadOnlyList<Workload<CooperateJob, CooperateAnswer>> Workloads { get; } =
        [new CooperateOnThreads(), new CooperateOnPool(), new CooperateOnTasks(), new CooperateOnLoop(), new CooperateOnGil(), new CooperateOnGrains()];

    public override string? WhyNot(Model model) =>
        model == Model.Processes ? "two processes share no queue whose length could be bounded and seen; 'switch' and 'ipc' go through their pipe" : null;

    public override IEnumerable<Expectation> Check(CooperateJob job, CooperateAnswer answer, MeasuredTrial trial)
    {
        yield return Expectation.Equal("items consumed", job.Items, answer.Consumed.Items);
        yield return Expectation.Equal("items in their order", job.Items, answer.Consumed.InOrder);
        if (Peak(trial) is var peak && !double.IsNaN(peak))
        {
            // The item that is being put there is counted too.
            yield return new Expectation("queue within its bound", job.Capacity + 1, peak, peak <= job.Capacity + 1);
        }
    }

    public override IEnumerable<Measurement> Measure(CooperateJob job, CooperateAnswer answer, MeasuredTrial trial)
    {
        yield return ItemRate.Of(job.Items / trial.Elapsed.TotalSeconds);
        yield return PeakQueue.Of(Peak(trial));
        if (answer.ProducerThreads is { } producers)
        {
            yield return ThreadsUsed.Of(producers.Union(answer.Consumed.ThreadIds).Count());
        }
    }

    protected override IEnumerable<Variant<CooperateJob>> Jobs(Settings settings)
    {
        var job = new CooperateJob(settings.Count(Items), settings.Count(Capacity), Effort: 0);
        Model[] grains = [Model.Grains];
        yield return new("queue", job);
        yield return new("slow consumer", job with { Items = Math.Max(10, job.Items / 20), Effort = settings.Count(Effort) }) { IsHeadline = false };
        yield return new("iterator", job with { ByIterator = true }) { OnlyOn = [Model.Loop], ComparedWith = "queue" };
        yield return new("across silos", job with { AcrossSilos = true }) { OnlyOn = grains, ComparedWith = "queue", NeedsSilos = 2, IsHeadline = false };
    }

    private static double Peak(MeasuredTrial trial) =>
        trial.Recorder.AllSeries.Where(series => series.Key == QueueLength).Select(series => series.Value.Max).DefaultIfEmpty(double.NaN).Single();
}
