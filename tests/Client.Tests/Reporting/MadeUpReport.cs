using Interleave.Client.Judging;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Machine;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Html;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Reporting;

/// <summary>A run as it could have been, with something of everything that a page must show.</summary>
internal static class MadeUpReport
{
    private static readonly DateTimeOffset Start = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

    private static readonly IReadOnlyList<string> Models = ["threads", "pool", "tasks", "loop", "grains"];

    public static Report Create() =>
        new(Run(), MadeUpTimelines.Create(), [.. Scenarios.Select(scenario => scenario == "granularity" ? Granularity : ScenarioNotes.Of(scenario, Models))]);

    public static Run Run()
    {
        var random = new Random(1);
        var trials = Trials(random).ToList();
        var checks = trials.Select(trial => new Check(trial.Scenario, trial.Variant, trial.Model, trial.Round, "answer", 4807, 4807, true))
            .Append(new Check("io", "http 50ms", "pool", 2, "waits answered", 1500, 1497, false)).ToList();
        var run = new Run(
            Client.Records.Run.CurrentSchema,
            "3f0c9a52b7d24f7aa0b1",
            Start,
            Start.AddSeconds(71),
            true,
            new MachineEnvironment(
                "Debian GNU/Linux 12", "AMD EPYC 7763 64-Core Processor", 2, 24L << 30, "10.0.4", "server", "Embedded 0.1.0", "0.1.0",
                new RecordingCost("ns", 41)),
            Plan(),
            trials,
            [],
            [],
            checks,
            Claims);
        return Judge.Create(ScenarioCatalogue.All).Conclude(run) with
        {
            Checks = checks,
            Claims = Claims,
            WarmUps = [new WarmUpOutcome("cpu", "all cores", "grains", 5, Steady: false)],
        };
    }

    private const int Rounds = 6;

    private static IReadOnlyList<string> Scenarios => ["spinner", "io", "cpu", "granularity"];

    private static ScenarioNotes Granularity => new(
        "granularity",
        "How small may a piece of work be before handing it over costs more than it gains?",
        null,
        new Dictionary<string, string> { ["speed-up"] = "how many times faster than one after the other", ["break-even"] = "the smallest piece that gains" },
        new Dictionary<string, string>(),
        new Dictionary<string, string> { ["loop"] = "it has one thread, so nothing can be gained" },
        []);

    private static Plan Plan() => new(Scenarios, Models, 2, Rounds, Profile.Quick, 1, new Dictionary<string, string> { ["io.delay"] = "50" })
    {
        Variants =
        [
            .. new[]
            {
                ("spinner", "waiting"), ("spinner", "computing"), ("io", "http 50ms"), ("cpu", "all cores")
            }.Select(variant => new PlannedVariant(variant.Item1, variant.Item2, variant.Item2)),
            new PlannedVariant("spinner", "computing, one grain", "computing") { Advice = "give slow work a grain of its own" },
            .. Sizes.Select(size => new PlannedVariant("granularity", $"{size} µs of work", $"{size} µs of work")),
        ],
        Metrics =
        [
            .. ScenarioCatalogue.All.SelectMany(scenario =>
                scenario.Metrics.Select(metric => new PlannedMetric(scenario.Name, metric.Name, metric.Unit, metric.Better))),
            new PlannedMetric("granularity", "speed-up", "1", Better.Higher),
            new PlannedMetric("granularity", "break-even", "1", Better.Lower),
            .. from scenario in Scenarios from metric in CommonMetrics.All select new PlannedMetric(scenario, metric.Name, metric.Unit, metric.Better),
        ],
    };

    private static IReadOnlyList<int> Sizes => [1, 4, 16, 64, 256, 1024];

    private static IEnumerable<Trial> Trials(Random random)
    {
        for (var round = 1; round <= Rounds; round++)
        {
            foreach (var model in Models)
            {
                var slow = 1 + Models.Index().Single(item => item.Item == model).Index * 0.04;
                yield return Trial(
                    random, "spinner", "waiting", model, round, slow, new() { ["frames-shown"] = 1, ["longest-freeze"] = 0.1004, ["stop-latency"] = 0.0007 });
                yield return Trial(random, "spinner", "computing", model, round, slow, model == "loop"
                    ? new() { ["frames-shown"] = 0, ["longest-freeze"] = 0.61, ["stop-latency"] = 0.59 }
                    : new() { ["frames-shown"] = 0.98, ["longest-freeze"] = 0.103, ["stop-latency"] = 0.0009 });
                yield return Trial(random, "io", "http 50ms", model, round, slow, model == "pool"
                    ? new() { ["throughput"] = 151, ["latency-p50"] = 0.61, ["latency-p99"] = 4.9 }
                    : new() { ["throughput"] = 1968 / slow, ["latency-p50"] = 0.0506 * slow, ["latency-p99"] = 0.055 * slow }) with
                {
                    Distributions = new Dictionary<string, Distribution>
                    {
                        ["latency"] = Latency(random, model == "pool" ? 0.6 : 0.0506 * slow, model == "pool" ? 1.1 : 0.1),
                        ["latency-uncorrected"] = Latency(random, model == "pool" ? 0.052 : 0.0506 * slow, 0.1),
                    },
                    Operations = model == "pool" && round == 2 ? new OperationCounts(1500, 1489, 3, 5) : new OperationCounts(1500, 1500, 0, 0),
                    Error = model == "pool" && round == 2 ? "first failed operation: Connection reset by peer <127.0.0.1:40123> & gone" : null,
                    Disturbed = round == 3,
                    Noise = round == 3 ? 0.21 : 0.01,
                };
                yield return Trial(
                    random, "cpu", "all cores", model, round, slow,
                    new()
                    {
                        ["speed-up"] = model == "loop" ? 0.98 : 1.96 / slow,
                        ["efficiency"] = model == "loop" ? 0.49 : 0.98 / slow,
                        ["threads-used"] = model == "loop" ? 1 : 2,
                    });
                foreach (var size in model == "loop" ? [] : Sizes)
                {
                    var cost = model switch { "threads" => 60, "pool" => 3, "tasks" => 1.5, _ => 9 };
                    yield return Trial(
                        random, "granularity", $"{size} µs of work", model, round, slow,
                        new() { ["speed-up"] = 2.0 * size / (size + cost), ["break-even"] = cost });
                }
            }

            yield return Trial(
                random, "spinner", "computing, one grain", "grains", round, 1.2,
                new() { ["frames-shown"] = 0, ["longest-freeze"] = 0.62, ["stop-latency"] = 0.6 });
        }
    }

    private static Trial Trial(Random random, string scenario, string variant, string model, int round, double slow, Dictionary<string, double> metrics)
    {
        double Around(double value) => value * (1 + (random.NextDouble() - 0.5) * 0.05);
        var all = metrics.ToDictionary(metric => metric.Key, metric => metric.Value is 0 or 1 ? metric.Value : Around(metric.Value));
        all["time"] = Around(0.76 * slow);
        all["cpu-time"] = Around(1.3 * slow);
        all["memory"] = Around(model == "threads" ? 9e6 : 2.4e6);
        all["threads"] = model == "threads" ? 100 : 4;
        all["context-switches"] = Math.Round(Around(model == "threads" ? 4200 : 1900));
        return new Trial(
            scenario, variant, model, round, new Dictionary<string, double> { ["delay"] = 50, ["concurrency"] = 100 }, all,
            new OperationCounts(1500, 1500, 0, 0), null);
    }

    private static Distribution Latency(Random random, double median, double spread)
    {
        var values = Enumerable.Range(0, 500)
            .Select(_ => Math.Round(median * Math.Exp(spread * -Math.Log(1 - random.NextDouble())), 4))
            .GroupBy(value => value)
            .OrderBy(value => value.Key)
            .ToList();
        return new Distribution("s", [.. values.Select(value => value.Key)], [.. values.Select(value => (long)value.Count())]);
    }

    private static IReadOnlyList<ClaimVerdict> Claims =>
    [
        new("000-freeze", Finding.Supported, "frames shown while computing: loop 0, threads 0.98 (0.97 – 0.99)")
        {
            Claim = "A call that computes freezes everything else on an event loop, and does not freeze threads.",
            Meaning = "Keep long computations off the loop, or give them a thread.",
            Repeat = "interleave run spinner --seed 1",
        },
        new("001-io-two", Finding.Inconclusive, "time of tasks against threads ×1.04 (×0.88 – ×1.12)")
        {
            Claim = "Two waiting tasks take about the same time on threads and on tasks.",
            Meaning = "More rounds would tell.",
            Repeat = "interleave run io --seed 1",
        },
        new("002-one-thread-async", Finding.Refuted, "tasks computed on 2 threads at once")
        {
            Claim = "Tasks of .NET work within a single thread.",
            Meaning = "Tasks run in parallel: what they share needs protection.",
            Repeat = "interleave run cpu --seed 1",
        },
        new("001-stack", Finding.NotTested, "needs memory") { Claim = "A thread costs far more memory than a task." },
    ];
}
