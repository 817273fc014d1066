using System.Globalization;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Workloads;
using Interleave.Grains.OwnWork;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.OwnWork;

/// <summary>The requests of a workload file, on every model.</summary>
internal sealed class OwnWorkScenario : Scenario<OwnWorkJob, OwnWorkAnswer>
{
    private const double LongestSeconds = 3_600;
    private const int FewestUnits = 64;
    private const int MostUnits = 1_000;

    private readonly WorkloadFile _file;
    private readonly Parameter _rate;
    private readonly Parameter _units;
    private readonly Parameter _concurrency;
    private readonly Parameter _seconds;
    private readonly Parameter _speed;

    /// <param name="roundsAMicrosecond">How fast a core computes, as <see cref="Mixing"/> measured it.</param>
    public OwnWorkScenario(WorkloadFile file, double roundsAMicrosecond)
    {
        _file = file;
        Workloads =
        [
            new OwnWorkOnThreads(), new OwnWorkOnPool(), new OwnWorkOnTasks(), new OwnWorkOnLoop(), new OwnWorkOnGil(),
            .. file.States.Count == 0 ? new[] { new OwnWorkOnProcesses() } : [],
            new OwnWorkOnGrains(),
        ];
        _rate = new("rate", "arrivals a second, independent of each other; 0 for a closed load")
        {
            Unit = "{op}/s",
            Range = (0, 100_000),
            Always = file.Rate ?? 0,
        };
        _units = new("units", "the most requests at once of an open load; 0: as many as arrive in a second, 64 to 1,000")
        {
            Range = (0, 10_000),
            Always = file.Units ?? 0,
        };
        _concurrency = new("concurrency", "callers of a closed load") { Range = (1, 10_000), Always = file.Concurrency ?? 1 };
        _seconds = new("seconds", "how long requests come")
        {
            Unit = "s",
            Range = (0.1, LongestSeconds),
            Quick = Math.Max(0.1, file.Duration.TotalSeconds / 5),
            Standard = Math.Max(0.1, file.Duration.TotalSeconds / 2),
            Thorough = file.Duration.TotalSeconds,
        };
        _speed = new("rounds-a-microsecond", "how fast a core computes, measured when the run began; what the file says of computing is made of it")
        {
            Unit = "{round}/us",
            Range = (0.001, 1_000_000),
            Always = roundsAMicrosecond,
        };
    }

    public override string Name => _file.Name;

    public override string Question => "Which model carries the requests of this file, and what do they cost?";

    public override ScenarioDefinition Definition => new ScenarioDefinition.Workload(_file.Text);

    public override IReadOnlyList<Parameter> Parameters => [_rate, _units, _concurrency, _seconds, _speed];

    public override IReadOnlyList<Metric> Metrics =>
        [.. LoadMetrics.All, WorkMetrics.Errors, WorkMetrics.Cores, WorkMetrics.Goal, WorkMetrics.Backlog, WorkMetrics.ServerLateness];

    public override IReadOnlyList<Metric> Headlines =>
    [
        .. _file.Rate is null ? new[] { LoadMetrics.Throughput } : [LatencyMetrics.Default.P50, LatencyMetrics.Default.P99],
        WorkMetrics.Errors,
        WorkMetrics.Cores,
        .. _file.Goal is null ? Array.Empty<Metric>() : [WorkMetrics.Goal],
    ];

    protected override IReadOnlyList<Workload<OwnWorkJob, OwnWorkAnswer>> Workloads { get; }

    public override string? WhyNot(Model model) =>
        model == Model.Processes && _file.States.Count > 0 ? "processes share no memory: a unit would need a server to reach a key of another" : null;

    /// <summary>How much of the time the most used key would be held at a rate, as a part of 1; null where no step works on a key.</summary>
    public (double Busy, string Name)? BusiestKey(double rate)
    {
        var draws = new KeyDraws(_file.States, seed: 0);
        var keys = _file.States.Select((step, place) => (Busy: rate * draws.ShareOfFirst(place) * step.Work.TotalSeconds, step.Number)).ToList();
        return keys.Count == 0 ? null : (keys.Max(key => key.Busy), $"the most used key of step {keys.MaxBy(key => key.Busy).Number + 1}");
    }

    public override IEnumerable<Expectation> Check(OwnWorkJob job, OwnWorkAnswer answer, MeasuredTrial trial)
    {
        var ledger = answer.Ledger;
        var counts = trial.Recorder.Operations.Counts;
        // A request that failed may have come to a step, or not.
        var allCompleted = counts.Started == counts.Completed;
        yield return Expectation.Equal("requests completed", counts.Completed, ledger.Completed);
        foreach (var step in job.File.Work)
        {
            var done = ledger.DoneOf(step);
            var isRight = allCompleted ? done == ledger.Completed : done >= ledger.Completed && done <= counts.Started;
            yield return new Expectation($"step {step.Number + 1} done", ledger.Completed, done, isRight);
            if (ledger.FirstValueOf(step) is { } value && Known(job, step) is { } known)
            {
                var wrong = ledger.DifferingOf(step) + (value == known ? 0 : 1);
                yield return Expectation.Equal($"wrong results of step {step.Number + 1}", 0, wrong);
            }
        }

        foreach (var (step, place) in job.File.States.Select((step, place) => (step, place)))
        {
            var wrong = ledger.ExpectedOf(place).Zip(answer.Counts[step.Number]).Count(key => allCompleted ? key.Second != key.First : key.Second < key.First);
            yield return Expectation.Equal($"keys of step {step.Number + 1} with another count than they should have", 0, wrong);
        }

        if (answer.Gil is { } gil)
        {
            yield return Expectation.Equal("threads under the lock at once", 1, gil.PeakHolders);
        }
    }

    public override IEnumerable<Measurement> Measure(OwnWorkJob job, OwnWorkAnswer answer, MeasuredTrial trial)
    {
        // Callers that wait for their answers may have a goal for them as well; of an open load, latencies are among its figures.
        List<Measurement> own =
            [.. LoadMetrics.Of(trial, job.Load), .. job.Load is ClosedLoad ? LatencyMetrics.Default.Of(trial.Recorder) : [], .. WorkMetrics.Of(trial)];
        if (trial.Recorder.Operations.LastDue is { } lastDue && answer.Ledger.LastEnd > 0)
        {
            own.Add(WorkMetrics.Backlog.Of(Math.Max(0, trial.Recorder.Clock.ToNanoseconds(answer.Ledger.LastEnd - lastDue) / 1e9)));
        }

        if (answer.Ledger.ServerLateness is { Count: > 0 } lateness)
        {
            own.Add(WorkMetrics.ServerLateness.Of(lateness.Percentile(0.99)));
        }

        if (_file.Goal is { } goal && trial.Usage is { } usage)
        {
            var figures = CommonMetrics.Of(trial.Elapsed, usage).Concat(own).ToDictionary(figure => figure.Metric.Name, figure => figure.Value);
            own.Add(WorkMetrics.Goal.Of(goal.Parts.All(part => part.Holds(figures)) ? 1 : 0));
        }

        return own;
    }

    protected override IEnumerable<Variant<OwnWorkJob>> Jobs(Settings settings)
    {
        var (rate, seconds) = (settings[_rate], settings.Time(_seconds));
        if (rate > 0)
        {
            var units = settings.Count(_units) is > 0 and var given ? given : Math.Clamp((int)Math.Ceiling(rate), FewestUnits, MostUnits);
            var load = new OpenLoad(units, rate, seconds, Arrivals.Poisson, settings.Seed);
            yield return new(string.Create(CultureInfo.InvariantCulture, $"arriving {rate}/s"), Job(load));
        }
        else
        {
            var callers = settings.Count(_concurrency);
            var load = new ClosedLoad(callers, long.MaxValue) { Duration = seconds };
            yield return new(string.Create(CultureInfo.InvariantCulture, $"{callers} {(callers == 1 ? "caller" : "callers")}"), Job(load));
        }

        OwnWorkJob Job(Load load) => new(_file, load, settings[_speed], settings.Seed);
    }

    /// <summary>What a step must find; null where nobody can know.</summary>
    private static long? Known(OwnWorkJob job, WorkStep step) => step switch
    {
        HttpStep { Url: null } ask => ask.Bytes,
        AllocationStep allocation => allocation.Bytes,
        ComputationStep computation =>
            unchecked((long)Mixing.Mix((ulong)step.Number, Machinery.RoundsOf(computation.Time, job.RoundsAMicrosecond), CancellationToken.None)),
        _ => null,
    };
}
