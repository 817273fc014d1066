using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cpu;

/// <summary>Pure computation over the cores: primes counted by trial division.</summary>
internal sealed class CpuScenario : Scenario<CpuJob, CpuAnswer>
{
    /// <summary>More than one, so that a core has work while a unit waits for its next range.</summary>
    private const int UnitsACore = 2;

    private static readonly Parameter Numbers = new("numbers", "1", "numbers to test for being prime", 1_000, 1_000_000_000, 240_000, 1_500_000, 7_000_000);
    private static readonly Parameter Ranges = new("ranges", "1", "ranges that the numbers are cut into, an operation each", 2, 100_000, 32, 128, 512);

    private static readonly Metric SpeedUp = new("speed-up", "1", Better.Higher, "how many times faster than one after the other on one thread")
    {
        Wording = new("speed-up", "computation should use every core"),
    };

    private static readonly Metric Efficiency = new("efficiency", Quantity.Share, Better.Higher, "speed-up by core that the units could use")
    {
        Wording = new("efficiency", "cores are paid for"),
    };

    private static readonly Metric ThreadsUsed = new("threads-used", "{thread}", Better.Neither, "threads that computed at all");
    private static readonly Metric ThreadsAtOnce = new("threads-at-once", "{thread}", Better.Neither, "peak of threads that were within a range at the same time");

    public override string Name => "cpu";

    public override string Question => "How does each model spread pure computation over the cores?";

    public override IReadOnlyList<Parameter> Parameters => [Numbers, Ranges];

    public override IReadOnlyList<Metric> Metrics => [SpeedUp, Efficiency, ThreadsUsed, ThreadsAtOnce];

    public override IReadOnlyList<Situation> Situations => [new("computing", "all cores", SpeedUp)];

    protected override IReadOnlyList<Workload<CpuJob, CpuAnswer>> Workloads { get; } =
        [new CpuOnThreads(), new CpuOnTasks(), new CpuOnLoop(), new CpuOnGrains()];

    public override Func<CancellationToken, CpuAnswer> Sequentially(CpuJob job) => cancellation =>
        new CpuAnswer([.. Enumerable.Range(0, job.Ranges).Select(range => Primes.Count(job.Numbers.Part(range, job.Ranges), cancellation))]);

    public override IEnumerable<Expectation> Judge(CpuJob job, CpuAnswer answer, TrialRecording recording) =>
        [Expectation.Equal("primes counted", PrimeSieve.Count(job.Numbers), answer.Counts.Sum(count => count.Primes))];

    public override IEnumerable<Measurement> Measure(CpuJob job, CpuAnswer answer, TrialRecording recording)
    {
        var executions = answer.Counts.Select(count => count.Execution).ToList();
        yield return ThreadsUsed.Of(ThreadUse.Distinct(executions));
        yield return ThreadsAtOnce.Of(ThreadUse.AtOnce(executions));
        if (recording.Sequential is { } sequential)
        {
            var speedUp = sequential / recording.Elapsed;
            yield return SpeedUp.Of(speedUp);
            yield return Efficiency.Of(speedUp / Math.Min(job.Units, Environment.ProcessorCount));
        }
    }

    protected override IEnumerable<Variant<CpuJob>> Jobs(Settings settings)
    {
        var numbers = new NumberRange(Primes.EqualCostFrom, Primes.EqualCostFrom + (uint)settings.Count(Numbers));
        return
        [
            new Variant<CpuJob>("all cores", new CpuJob(numbers, settings.Count(Ranges), UnitsACore * Environment.ProcessorCount)),
            new Variant<CpuJob>("two", new CpuJob(numbers, Ranges: 2, Units: 2)),
        ];
    }
}
