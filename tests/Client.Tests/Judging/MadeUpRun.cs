using Interleave.Client.Judging;
using Interleave.Client.Records;
using Interleave.Client.Scenarios.Io;

namespace Interleave.Client.Tests.Judging;

/// <summary>Builds a run from figures: what it holds is what its lines say.</summary>
internal sealed class MadeUpRun
{
    private readonly Dictionary<(string Scenario, string Variant, string Model, int Round), Trial> _trials = [];
    private readonly Dictionary<(string Scenario, string Name), PlannedMetric> _metrics = [];
    private readonly Dictionary<(string Scenario, string Name), PlannedVariant> _variants = [];
    private readonly List<Check> _checks = [];

    public int Cores { get; init; } = 2;

    public int Silos { get; init; } = 2;

    /// <summary>The same figure in each of six rounds, the fewest that decide anything.</summary>
    public static double[] Six(double value) => [.. Enumerable.Repeat(value, 6)];

    /// <summary>What two models show of one metric, which is better the higher it is.</summary>
    public static MadeUpRun Throughput(double[] threads, double[] tasks) => new MadeUpRun()
        .Figures("io", "two", "threads", "throughput", threads)
        .Figures("io", "two", "tasks", "throughput", tasks);

    public static Run Conclude(MadeUpRun run) => Conclude(run.Build());

    public static Run Conclude(Run run) => Judge.Create([new IoScenario()]).Conclude(run);

    /// <summary>The metric's figure in each round, from the first.</summary>
    public MadeUpRun Figures(string scenario, string variant, string model, string metric, params double[] rounds)
    {
        _metrics.TryAdd((scenario, metric), new PlannedMetric(scenario, metric, "1", Better.Higher));
        _variants.TryAdd((scenario, variant), new PlannedVariant(scenario, variant, variant));
        foreach (var (index, value) in rounds.Index())
        {
            Change(scenario, variant, model, index + 1, trial => trial with { Metrics = new Dictionary<string, double>(trial.Metrics) { [metric] = value } });
        }

        return this;
    }

    public MadeUpRun Metric(string scenario, string metric, string unit, Better better) => Metric(new PlannedMetric(scenario, metric, unit, better));

    public MadeUpRun Metric(PlannedMetric metric)
    {
        _metrics[(metric.Scenario, metric.Name)] = metric;
        return this;
    }

    public MadeUpRun ComparedWith(string scenario, string variant, string other, string? advice = null)
    {
        _variants[(scenario, variant)] = new PlannedVariant(scenario, variant, other) { Advice = advice };
        return this;
    }

    public MadeUpRun Change(string scenario, string variant, string model, int round, Func<Trial, Trial> change)
    {
        var key = (scenario, variant, model, round);
        var trial = _trials.GetValueOrDefault(key)
            ?? new Trial(
                scenario, variant, model, round, new Dictionary<string, double>(), new Dictionary<string, double>(), new OperationCounts(0, 0, 0, 0), null);
        _trials[key] = change(trial);
        return this;
    }

    public MadeUpRun Check(string scenario, string variant, string model, int round, string name, bool ok)
    {
        _variants.TryAdd((scenario, variant), new PlannedVariant(scenario, variant, variant));
        Change(scenario, variant, model, round, trial => trial);
        _checks.Add(new Check(scenario, variant, model, round, name, 1, ok ? 1 : 0, ok));
        return this;
    }

    /// <summary>What another made-up run holds, too.</summary>
    public MadeUpRun Merge(MadeUpRun other)
    {
        foreach (var (key, trial) in other._trials)
        {
            Change(key.Scenario, key.Variant, key.Model, key.Round, _ => trial);
        }

        foreach (var variant in other._variants)
        {
            _variants.TryAdd(variant.Key, variant.Value);
        }

        return this;
    }

    public Run Build() => new(
        Run.CurrentSchema,
        "made-up",
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        new DateTimeOffset(2026, 1, 2, 3, 5, 5, TimeSpan.Zero),
        true,
        new MachineEnvironment("an os", "a cpu", Cores, 1L << 33, "10.0.0", "server", "Embedded 1.0", "0.1.0", new RecordingCost("ns", 40)),
        new Plan(
            [.. _trials.Keys.Select(key => key.Scenario).Distinct()],
            [.. _trials.Keys.Select(key => key.Model).Distinct()],
            Silos,
            _trials.Keys.Select(key => key.Round).DefaultIfEmpty(1).Max(),
            Profile.Quick,
            7,
            new Dictionary<string, string>())
        {
            Variants = [.. _variants.Values],
            Metrics = [.. _metrics.Values],
        },
        [.. _trials.Values],
        [],
        [],
        _checks,
        []);
}
