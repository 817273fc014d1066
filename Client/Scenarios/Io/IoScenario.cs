using System.Globalization;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;

namespace Interleave.Client.Scenarios.Io;

/// <summary>Many waits at once, over real sockets.</summary>
internal sealed class IoScenario : Scenario<IoJob, IoAnswer>
{
    private static readonly Parameter Delay = new("delay", "ms", "how long the server takes to answer", 1, 20_000, 50);
    private static readonly Parameter Bytes = new("bytes", "By", "how many bytes it answers with", 0, 1_000_000, 100);
    private static readonly LoadParameters Load = new(concurrency: 100, quick: 1_000, standard: 4_000, thorough: 20_000);

    private static readonly Metric InOrderOfAnswers = new("in-order-of-answers", Quantity.Share, Better.Neither, "share of neighbouring completions in the order of the server's answers");
    private static readonly Metric InOrderOfStarts = new("in-order-of-starts", Quantity.Share, Better.Neither, "share of neighbouring completions in the order of their starts");
    private static readonly Metric ServerLateness = new("server-lateness", "s", Better.Neither, "how much later than asked the server answered, on average");

    public override string Name => "io";

    public override string Question => "How does each model carry N waits at concurrency C, over real sockets?";

    public override IReadOnlyList<Parameter> Parameters => [Delay, Bytes, .. Load.All];

    public override IReadOnlyList<Metric> Metrics => [.. LoadMetrics.All, InOrderOfAnswers, InOrderOfStarts, ServerLateness];

    public override IReadOnlyList<Situation> Situations => [new("waiting", "http", LoadMetrics.Throughput)];

    protected override IReadOnlyList<Workload<IoJob, IoAnswer>> Workloads { get; } =
        [new IoOnThreads(), new IoOnTasks(), new IoOnLoop(), new IoOnGrains()];

    public override IEnumerable<Expectation> Judge(IoJob job, IoAnswer answer, TrialRecording recording)
    {
        var operations = LoadParameters.OperationsOf(job.Load, recording.Recorder);
        yield return Expectation.Equal("waits answered", operations, answer.Completions.Select(completion => completion.Operation).Distinct().Count());
        yield return Expectation.Equal("bytes received", (double)operations * job.Bytes, answer.Completions.Sum(completion => completion.Reply.Bytes));
        if (job.Load is ClosedLoad closed && closed.Operations > closed.Concurrency)
        {
            yield return Expectation.Equal("peak live units", closed.Concurrency, recording.Recorder.Units.Peak);
        }
    }

    public override IEnumerable<Measurement> Measure(IoJob job, IoAnswer answer, TrialRecording recording) =>
    [
        .. LoadMetrics.Of(recording),
        InOrderOfAnswers.Of(answer.InOrderOf(completion => completion.Reply.Order)),
        InOrderOfStarts.Of(answer.InOrderOf(completion => completion.Operation)),
        ServerLateness.Of(answer.Completions.Select(completion => completion.Reply.Lateness.TotalSeconds).DefaultIfEmpty(double.NaN).Average()),
    ];

    protected override IEnumerable<Variant<IoJob>> Jobs(Settings settings)
    {
        var delay = settings.Time(Delay);
        var bytes = settings.Count(Bytes);
        yield return new(string.Create(CultureInfo.InvariantCulture, $"http {delay.TotalMilliseconds}ms"), new IoJob(delay, bytes, Load.Closed(settings)));
        yield return new("two", new IoJob(delay, bytes, new ClosedLoad(Concurrency: 2, Operations: 2)));
        yield return new("last first", new IoJob(2 * delay, bytes, new ClosedLoad(Concurrency: 20, Operations: 20)) { Shorter = delay / 10 });
        if (Load.Open(settings) is { } arriving)
        {
            yield return new(string.Create(CultureInfo.InvariantCulture, $"arriving {arriving.Rate}/s"), new IoJob(delay, bytes, arriving));
        }
    }
}
