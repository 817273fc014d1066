using System.Globalization;
using Interleave.Client.Measuring;
using Interleave.Client.Recording;

namespace Interleave.Client.Scenarios.Io;

/// <summary>Many waits at once, over real sockets.</summary>
internal sealed class IoScenario : Scenario<IoJob, IReadOnlyCollection<Completion>>
{
    private static readonly Parameter Delay = new("delay", "ms", "how long the server takes to answer", 1, 20_000, 50, 50, 50);
    private static readonly Parameter Bytes = new("bytes", "By", "how many bytes it answers with", 0, 1_000_000, 100, 100, 100);
    private static readonly Parameter Operations = new("operations", "1", "waits in all", 1, 10_000_000, 1_000, 4_000, 20_000);
    private static readonly Parameter Concurrency = new("concurrency", "1", "waits at once, and units", 1, 10_000, 100, 100, 100);

    private static readonly Metric Throughput = new("throughput", "{op}/s", Better.Higher, "operations completed a second");
    private static readonly Metric MedianLatency = new("latency-p50", "s", Better.Lower, "half of the operations took no longer");
    private static readonly Metric Latency90 = new("latency-p90", "s", Better.Lower, "nine of ten operations took no longer");
    private static readonly Metric Latency99 = new("latency-p99", "s", Better.Lower, "99 of 100 operations took no longer");
    private static readonly Metric LongestLatency = new("latency-max", "s", Better.Lower, "the slowest operation");
    private static readonly Metric InOrderOfAnswers = new("in-order-of-answers", "1", Better.Neither, "neighbouring completions in the order of the server's answers");
    private static readonly Metric InOrderOfStarts = new("in-order-of-starts", "1", Better.Neither, "neighbouring completions in the order of their starts");
    private static readonly Metric ServerLateness = new("server-lateness", "s", Better.Neither, "how much later than asked the server answered, on average");

    public override string Name => "io";

    public override string Question => "How does each model carry N waits at concurrency C, over real sockets?";

    public override IReadOnlyList<Parameter> Parameters => [Delay, Bytes, Operations, Concurrency];

    public override IReadOnlyList<Metric> Metrics =>
        [Throughput, MedianLatency, Latency90, Latency99, LongestLatency, InOrderOfAnswers, InOrderOfStarts, ServerLateness];

    protected override IReadOnlyList<Workload<IoJob, IReadOnlyCollection<Completion>>> Workloads { get; } =
        [new IoOnThreads(), new IoOnTasks(), new IoOnLoop(), new IoOnGrains()];

    public override IEnumerable<Answer> Judge(IoJob job, IReadOnlyCollection<Completion> answer, TrialRecording recording)
    {
        yield return Answer.Equal("waits answered", job.Operations, answer.Select(completion => completion.Operation).Distinct().Count());
        yield return Answer.Equal("bytes received", (double)job.Operations * job.Bytes, answer.Sum(completion => completion.Reply.Bytes));
    }

    public override IEnumerable<Measurement> Measure(IoJob job, IReadOnlyCollection<Completion> answer, TrialRecording recording)
    {
        yield return Throughput.Of(answer.Count / recording.Elapsed.TotalSeconds);
        yield return MedianLatency.Of(recording.Operations.Percentile(0.5));
        yield return Latency90.Of(recording.Operations.Percentile(0.9));
        yield return Latency99.Of(recording.Operations.Percentile(0.99));
        yield return LongestLatency.Of(recording.Operations.Percentile(1));
        yield return InOrderOfAnswers.Of(answer.InOrderOf(completion => completion.Reply.Order));
        yield return InOrderOfStarts.Of(answer.InOrderOf(completion => completion.Operation));
        yield return ServerLateness.Of(answer.Select(completion => completion.Reply.Lateness.TotalSeconds).DefaultIfEmpty(double.NaN).Average());
    }

    protected override IEnumerable<Variant<IoJob>> Jobs(Settings settings)
    {
        var delay = settings.Time(Delay);
        var bytes = settings.Count(Bytes);
        return
        [
            new Variant<IoJob>(Name(delay), new IoJob(delay, bytes, settings.Count(Operations), settings.Count(Concurrency))),
            new Variant<IoJob>("two", new IoJob(delay, bytes, Operations: 2, Concurrency: 2)),
            new Variant<IoJob>("last first", new IoJob(2 * delay, bytes, Operations: 20, Concurrency: 20) { Shorter = delay / 10 }),
        ];

        static string Name(TimeSpan delay) => string.Create(CultureInfo.InvariantCulture, $"http {delay.TotalMilliseconds}ms");
    }
}
