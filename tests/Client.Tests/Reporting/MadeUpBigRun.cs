using Interleave.Client.Judging;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Telemetry.Timelines;

namespace Interleave.Client.Tests.Reporting;

/// <summary>A run of twenty scenarios on all seven models, as it will be once they are all there.</summary>
internal static class MadeUpBigRun
{
    private const int Scenarios = 20;
    private const int Variants = 4;
    private static readonly DateTimeOffset Start = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

    public static Run Create(int rounds = 6)
    {
        var random = new Random(1);
        IReadOnlyList<string> models = [.. Model.All.Select(model => model.Name)];
        List<string> scenarios = [.. Enumerable.Range(1, Scenarios).Select(number => $"scenario-{number}")];
        var trials = (
            from scenario in scenarios
            from variant in Enumerable.Range(1, Variants)
            from round in Enumerable.Range(1, rounds)
            from model in models.Index()
            select Trial(random, scenario, variant, model.Item, model.Index, round)).ToList();
        var run = new Run(
            Run.CurrentSchema,
            "3f0c9a52b7d24f7aa0b1",
            Start,
            Start.AddMinutes(40),
            true,
            new MachineEnvironment(
                "Debian GNU/Linux 12", "AMD EPYC 7763 64-Core Processor", 2, 24L << 30, "10.0.4", "server", "Orleans 10.4.2", "0.1.0",
                new RecordingCost("ns", 41)),
            new Plan(scenarios, models, 2, rounds, Profile.Standard, 1, new Dictionary<string, string>())
            {
                Variants =
                [
                    .. from scenario in scenarios from variant in Enumerable.Range(1, Variants) select new PlannedVariant(
                        scenario, Name(variant), Name(variant)),
                ],
                Metrics =
                [
                    .. from scenario in scenarios
                       from metric in (PlannedMetric[])
                       [
                           new(scenario, "throughput", "{op}/s", Better.Higher),
                           new(scenario, "latency-p50", "s", Better.Lower),
                           new(scenario, "latency-p99", "s", Better.Lower),
                           new(scenario, "in-order", Quantity.Share, Better.Neither),
                           .. CommonMetrics.All.Select(common => new PlannedMetric(scenario, common.Name, common.Unit, common.Better)),
                       ]
                       select metric,
                ],
            },
            trials,
            [],
            [],
            [.. trials.Select(trial => new Check(trial.Scenario, trial.Variant, trial.Model, trial.Round, "answers", 4807, 4807, true))],
            []);
        return Judge.Create([]).Conclude(run);
    }

    /// <summary>A timeline of every variant on every model, with ten busy lanes each.</summary>
    public static IReadOnlyList<Timeline> Timelines(Run run)
    {
        var random = new Random(2);
        return
        [
            .. from variant in run.Plan.Variants
               from model in run.Plan.Models
               select new Timeline(
                   $"{variant.Scenario} {variant.Name} {model}", variant.Scenario, variant.Name, model, TimeSpan.FromSeconds(1),
                   [.. Enumerable.Range(1, 10).Select(number => Lane(random, number))], []),
        ];
    }

    private static Lane Lane(Random random, int number)
    {
        var slices = new List<Slice>();
        for (var at = TimeSpan.Zero; at < TimeSpan.FromSeconds(1);)
        {
            var end = at + TimeSpan.FromMilliseconds(1 + (random.NextDouble() * 20));
            slices.Add(new Slice((SliceState)(slices.Count % 3), at, end, $"unit {number}", "GET", "0011223344556677"));
            at = end;
        }

        return new Lane(LaneKind.Unit, $"unit {number}", "client", 4711, null, slices);
    }

    private static string Name(int variant) => $"a variant, number {variant}";

    private static Trial Trial(Random random, string scenario, int variant, string model, int index, int round)
    {
        double Around(double value) => value * (1 + ((random.NextDouble() - 0.5) * 0.02));
        var slow = 1 + (index * variant * 0.2);
        var latencies = Enumerable.Range(0, 500).Select(_ => Math.Round(0.05 * slow * Math.Exp(-0.1 * Math.Log(1 - random.NextDouble())), 4))
            .GroupBy(value => value).OrderBy(value => value.Key).ToList();
        return new Trial(
            scenario,
            Name(variant),
            model,
            round,
            new Dictionary<string, double> { ["delay"] = 50, ["concurrency"] = 100 },
            new Dictionary<string, double>
            {
                ["throughput"] = Around(1968 / slow),
                ["latency-p50"] = Around(0.05 * slow),
                ["latency-p99"] = Around(0.07 * slow),
                ["in-order"] = Around(0.9),
                ["time"] = Around(0.76 * slow),
                ["cpu-time"] = Around(1.3 * slow),
                ["machine-share"] = Around(0.5),
                ["memory"] = Around(model == "threads" ? 9e6 : 2.4e6),
                ["threads"] = model == "threads" ? 100 : 4,
                ["context-switches"] = Math.Round(Around(model == "threads" ? 4200 : 1900)),
            },
            new OperationCounts(1500, 1500, 0, 0),
            null)
        {
            Distributions = new Dictionary<string, Distribution>
            {
                ["latency"] = new("s", [.. latencies.Select(value => value.Key)], [.. latencies.Select(value => (long)value.Count())]),
            },
        };
    }
}
