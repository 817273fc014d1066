using System.Globalization;
using System.Reflection;
using Interleave.Client.GrainCalls;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;

namespace Interleave.Client.Scenarios.Drive;

/// <summary>Calls to grains that are not of this program, in a cluster that runs already.</summary>
internal sealed class DriveScenario(GrainCall call) : Scenario<DriveJob, DriveAnswer>
{
    private const int FewestCallers = 64;
    private const int MostCallers = 1_000;

    private static readonly Metric GrainsCalled = new("grains-called", "{grain}", Better.Neither, "grains that answered at least one call");

    public static Parameter Rate { get; } = new("rate", "calls that arrive in a second, independent of each other; 0 for a closed load")
    {
        Unit = "{op}/s",
        Range = (0, 100_000),
    };

    public static Parameter Concurrency { get; } = new("concurrency", "callers; 0: as many as calls come in a second, 64 to 1,000") { Range = (0, 10_000) };

    public static Parameter Seconds { get; } = new("seconds", "how long calls come, in each trial")
    {
        Unit = "s",
        Range = (0.1, 3_600),
        Quick = 2,
        Standard = 5,
        Thorough = 20,
    };

    public static Parameter Keys { get; } = new("keys", "grains that are called") { Range = (1, 1_000_000), Always = 1 };

    public override string Name => "drive";

    public override string Question => $"How do grains of this cluster carry {call.Text}?";

    public override ScenarioDefinition Definition => new ScenarioDefinition.Drive(call.Path, call.Text);

    public override Assembly GrainContracts => call.Assembly.Assembly;

    public override IReadOnlyList<Parameter> Parameters => [Rate, Concurrency, Seconds, Keys];

    public override IReadOnlyList<Metric> Metrics => [.. LoadMetrics.All, WorkMetrics.Errors, WorkMetrics.Cores, GrainsCalled];

    public override IReadOnlyList<Metric> Headlines =>
        [LatencyMetrics.Default.P50, LatencyMetrics.Default.P99, LatencyMetrics.Default.Max, LoadMetrics.Throughput, WorkMetrics.Errors];

    protected override IReadOnlyList<Workload<DriveJob, DriveAnswer>> Workloads { get; } = [new DriveOnGrains()];

    public override string? WhyNot(Model model) => model == Model.Grains ? null : "what is called are grains";

    public override IEnumerable<Expectation> Check(DriveJob job, DriveAnswer answer, MeasuredTrial trial) =>
        [Expectation.Equal("calls answered", trial.Recorder.Operations.Counts.Completed, answer.Answered)];

    public override IEnumerable<Measurement> Measure(DriveJob job, DriveAnswer answer, MeasuredTrial trial) =>
    [
        .. LoadMetrics.Of(trial, job.Load),
        .. job.Load is ClosedLoad ? LatencyMetrics.Default.Of(trial.Recorder) : [],
        .. WorkMetrics.Of(trial),
        GrainsCalled.Of(answer.Grains),
    ];

    protected override IEnumerable<Variant<DriveJob>> Jobs(Settings settings)
    {
        var (rate, seconds, callers) = (settings[Rate], settings.Time(Seconds), settings.Count(Concurrency));
        if (rate > 0)
        {
            var most = callers > 0 ? callers : Math.Clamp((int)Math.Ceiling(rate), FewestCallers, MostCallers);
            yield return Variant($"{rate}/s", new OpenLoad(most, rate, seconds, Arrivals.Poisson, settings.Seed));
        }
        else
        {
            yield return Variant(
                $"{callers} {(callers == 1 ? "caller" : "callers")}", new ClosedLoad(Math.Max(1, callers), long.MaxValue) { Duration = seconds });
        }

        Variant<DriveJob> Variant(FormattableString name, Load load) =>
            new(name.ToString(CultureInfo.InvariantCulture), new DriveJob(call, load, settings.Count(Keys), settings.Seed));
    }
}
