using System.Globalization;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Io;

/// <summary>Waits for answers of a server, blocks of a file, or rows of a database.</summary>
/// <param name="Bytes">How many come with each.</param>
internal sealed record IoJob(IoSource Source, TimeSpan Delay, int Bytes, Load Load)
{
    /// <summary>Where the file lies, or how the database is reached.</summary>
    public string Place { get; init; } = "";

    /// <summary>Whether units are to close what they opened.</summary>
    public bool IsOver { get; init; }

    /// <summary>How much shorter each wait is than the one started before it: the later start is then answered first.</summary>
    public TimeSpan ShorterEachTime { get; init; }

    public IoRequest RequestOf(Operation operation, TrialContext trial) => (Source, IsOver) switch
    {
        (IoSource.Http, _) => new WaitRequest(trial.IoServer, DelayOf(operation.Number), Bytes),
        (IoSource.File, _) => new FileRequest(Place, operation.Number, Bytes),
        (_, true) => new EndOfQueries(),
        _ => new QueryRequest(Place, DelayOf(operation.Number), operation.Number),
    };

    /// <summary>How far waits lie from the delay at most, as a share of it; evenly spread, the same for every model.</summary>
    public double Spread { get; init; }

    public TimeSpan DelayOf(long operation) => (Delay * (1 + (Spread * EvenlySpread(operation)))) - (operation * ShorterEachTime);

    /// <returns>From -1 to 1; wherever one begins, those that follow each other fill the range evenly.</returns>
    /// <remarks>The additive recurrence of the golden ratio, which has the lowest discrepancy of its kind.</remarks>
    private static double EvenlySpread(long number)
    {
        const double GoldenRatio = 0.618_033_988_749_894_9;
        return (2 * (number * GoldenRatio % 1)) - 1;
    }
}

/// <summary>The reply that completed an operation.</summary>
internal sealed record Completion(long Operation, WaitReply Reply)
{
    /// <summary>Since the unit began with the operation.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>To be made as soon as the unit has the reply.</summary>
    public static Completion Of(Operation operation, WaitReply reply) => new(operation.Number, reply) { Elapsed = operation.Elapsed };
}

/// <summary>Every completion, in the order in which they came.</summary>
internal sealed record IoAnswer(IReadOnlyCollection<Completion> Completions)
{
    /// <summary>Of all completions but the first, the part that stands in the right order with the one before; NaN for fewer than two.</summary>
    public double InOrderOf(Func<Completion, long> number) =>
        Completions.Count < 2
            ? double.NaN
            : Completions.Zip(Completions.Skip(1), (earlier, later) => number(earlier) < number(later) ? 1.0 : 0.0).Average();

    /// <summary>The lock that the threads shared, where they shared one.</summary>
    public GlobalLock? Gil { get; init; }

    /// <summary>The share of the file that lay in memory before it was read; null of anything but a file, and where it is not known.</summary>
    public double? InMemory { get; init; }
}

/// <summary>Many waits at once: over real sockets, from a file, and where a server is given, from a database.</summary>
internal sealed class IoScenario : Scenario<IoJob, IoAnswer>
{
    /// <summary>An operation without a delay is over so soon that many more are needed for a trial that can be measured.</summary>
    private const int ShortWaitsALongOne = 20;

    /// <summary>So many that every unit has begun before the last wait was taken, however busy the machine is.</summary>
    private const int WaitsAUnit = 10;

    private static readonly Parameter Delay = new("delay", "how long the server takes to answer")
    {
        Unit = "ms",
        Range = (1, 20_000),
        Always = 50,
        IsWork = true,
    };
    private static readonly Parameter Spread = new(
        "spread", "how far answers come before and after that, evenly spread; at 0 %, all at one moment, which shows how a model takes a burst")
    {
        Unit = Quantity.Share,
        Range = (0, 0.9),
        Always = 0.5,
    };

    private static readonly Parameter Bytes = new("bytes", "how many bytes it answers with") { Unit = "By", Range = (0, 1_000_000), Always = 100 };
    private static readonly Parameter FileBytes = new("file-bytes", "how many bytes each read of a file takes")
    {
        Unit = "By",
        Range = (512, 1_000_000),
        Always = 16_384,
    };

    private static readonly Parameter Connections = new("connections", "connections to the database, and so the most queries at once")
    {
        Range = (1, 1_000),
        Always = 50,
    };

    private static readonly TextParameter Postgres = new(
        "postgres", "how a PostgreSQL server is reached that queries wait for; without it, no variant queries", "INTERLEAVE_POSTGRES")
    {
        Allowed = "a connection string such as Host=localhost;Username=me;Password=secret;Database=postgres",
        Shown = PostgresConnection.Shown,
    };

    private static readonly LoadParameters Load = new(concurrency: 100, quick: 100, standard: 2_000, thorough: 10_000);

    private static readonly Metric BeyondDelay = new(
        "beyond-delay", "s", Better.Lower, "what an operation took, on average, beyond the delay that was asked for and the server's own lateness")
    {
        Wording = new("time beyond the delay", "an answer must be at hand soon after it was sent"),
        Resolution = 0.000_05, // Waking a thread on another core takes some tens of microseconds, and differs as much.
        LaunchSpread = 0.2,
    };

    private static readonly Metric InOrderOfAnswers = new(
        "in-order-of-answers", Quantity.Share, Better.Neither, "share of neighbouring completions in the order of the server's answers");
    private static readonly Metric InOrderOfStarts = new(
        "in-order-of-starts", Quantity.Share, Better.Neither, "share of neighbouring completions in the order of their starts");
    private static readonly Metric ServerLateness = new("server-lateness", "s", Better.Neither, "how much later than asked the server answered, on average");

    private static readonly Metric InMemory = new(
        "in-memory", Quantity.Share, Better.Neither, "share of the file that lay in memory before it was read: such reads wait for no disk");

    private static readonly Metric ProcessesUsed = new("processes-used", "{process}", Better.Neither, "processes whose units waited");

    public override string Name => "io";

    public override string Question => "How does each model carry N waits at concurrency C, over real sockets, from a file, and from a database?";

    public override IReadOnlyList<Parameter> Parameters => [Delay, Spread, Bytes, FileBytes, Connections, .. Load.All];

    public override IReadOnlyList<TextParameter> Texts => [Postgres];

    public override IReadOnlyList<Metric> Metrics =>
        [BeyondDelay, .. LoadMetrics.All, InOrderOfAnswers, InOrderOfStarts, ServerLateness, InMemory, ProcessesUsed];

    /// <summary>Not throughput: at its ceiling, which the delay sets, it is the same for every model.</summary>
    public override IReadOnlyList<Metric> Headlines => [BeyondDelay, LatencyMetrics.Default.P50, LatencyMetrics.Default.P99, LoadMetrics.Dropped];

    public override IReadOnlyList<Situation> Situations =>
        [new("waiting", "http", BeyondDelay) { Trifle = parameters => 0.05 * parameters.GetValueOrDefault(Delay.Name) / 1_000 }]; // A twentieth of the wait.

    protected override IReadOnlyList<Workload<IoJob, IoAnswer>> Workloads { get; } =
    [
        new PreparedIo(new IoOnThreads()), new PreparedIo(new IoOnPool()), new PreparedIo(new IoOnTasks()), new PreparedIo(new IoOnLoop()),
        new PreparedIo(new IoOnGil()), new PreparedIo(new IoOnProcesses()), new PreparedIo(new IoOnGrains()),
    ];

    public override IEnumerable<Expectation> Check(IoJob job, IoAnswer answer, MeasuredTrial trial)
    {
        var operations = LoadParameters.OperationsOf(job.Load, trial.Recorder);
        yield return Expectation.Equal("waits answered", operations, answer.Completions.Select(completion => completion.Operation).Distinct().Count());
        yield return Expectation.Equal("bytes received", (double)operations * job.Bytes, answer.Completions.Sum(completion => completion.Reply.Bytes));
        if (job.Source != IoSource.Http)
        {
            var right = answer.Completions.Count(completion => completion.Reply.Order == completion.Operation);
            yield return Expectation.Equal("answers to what was asked", operations, right);
        }

        // Where there are few waits a unit, or no delay, the first units may be through before the last one begins.
        if (job.Delay > TimeSpan.Zero && job.Load is ClosedLoad closed && closed.Operations >= WaitsAUnit * closed.Concurrency)
        {
            yield return Expectation.Equal("peak live units", closed.Concurrency, trial.Recorder.Units.Peak);
        }

        if (answer.Gil is { } gil)
        {
            yield return Expectation.Equal("threads under the lock at once", 1, gil.PeakHolders);
        }
    }

    public override IEnumerable<Measurement> Measure(IoJob job, IoAnswer answer, MeasuredTrial trial) =>
    [
        .. LoadMetrics.Of(trial, job.Load),
        .. job.Load is ClosedLoad ? new[] { BeyondDelay.Of(AverageBeyondDelay(job, answer)) } : [],
        InOrderOfStarts.Of(answer.InOrderOf(completion => completion.Operation)),
        .. job.Source == IoSource.Http ? OfServer(answer) : [],
        InMemory.Of(answer.InMemory ?? double.NaN),
        ProcessesUsed.Of(answer.Completions.Select(completion => completion.Reply.ProcessId).Distinct().Count()),
    ];

    protected override IEnumerable<Variant<IoJob>> Jobs(Settings settings)
    {
        var delay = settings.Time(Delay);
        var bytes = settings.Count(Bytes);
        var http = new IoJob(IoSource.Http, delay, bytes, Load.Closed(settings));
        var spread = http with { Spread = settings[Spread] };
        yield return new(string.Create(CultureInfo.InvariantCulture, $"http {delay.TotalMilliseconds}ms"), spread);
        yield return new("two", http with { Load = new ClosedLoad(Concurrency: 2, Operations: 2) }) { Fixes = Fixed(2), IsHeadline = false };
        yield return new("last first", http with { Delay = 2 * delay, Load = new ClosedLoad(Concurrency: 20, Operations: 20), ShorterEachTime = delay / 10 })
        {
            Fixes = [.. Fixed(20), (Delay, 2 * delay.TotalMilliseconds)],
            IsHeadline = false,
        };
        var manyWaits = Load.Closed(settings);
        var manyMore = manyWaits with { Operations = ShortWaitsALongOne * manyWaits.Operations };
        yield return new("no delay", http with { Delay = TimeSpan.Zero, Load = manyMore })
        {
            Fixes = [(Delay, 0), (Spread, 0), (Load.Operations, manyMore.Operations)],
        };
        if (Load.Open(settings) is { } arriving)
        {
            yield return new(string.Create(CultureInfo.InvariantCulture, $"arriving {arriving.Rate}/s"), spread with { Load = arriving });
        }

        yield return new("file", new IoJob(IoSource.File, TimeSpan.Zero, settings.Count(FileBytes), manyWaits) { Place = IoFile.Path })
        {
            Fixes = [(Delay, 0), (Spread, 0)],
            IsHeadline = false,
        };
        if (settings.Text(Postgres) is { } server)
        {
            var connections = Math.Min(settings.Count(Connections), manyWaits.Concurrency);
            var place = PostgresConnection.For(server, connections);
            yield return new(
                string.Create(CultureInfo.InvariantCulture, $"query {delay.TotalMilliseconds}ms"),
                new IoJob(IoSource.Query, delay, sizeof(long), manyWaits with { Concurrency = connections }) { Place = place, Spread = spread.Spread })
            {
                Fixes = [(Load.Concurrency, connections)],
                IsHeadline = false,
            };
        }
    }

    private static IEnumerable<Measurement> OfServer(IoAnswer answer) =>
    [
        InOrderOfAnswers.Of(answer.InOrderOf(completion => completion.Reply.Order)),
        ServerLateness.Of(answer.Completions.Select(completion => completion.Reply.Lateness.TotalSeconds).DefaultIfEmpty(double.NaN).Average()),
    ];

    private static double AverageBeyondDelay(IoJob job, IoAnswer answer) => answer.Completions
        .Select(completion => (completion.Elapsed - job.DelayOf(completion.Operation) - completion.Reply.Lateness).TotalSeconds)
        .DefaultIfEmpty(double.NaN)
        .Average();

    private static (Parameter Parameter, double Value)[] Fixed(int waits) => [(Spread, 0), (Load.Concurrency, waits), (Load.Operations, waits)];
}
