using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cpu;

/// <summary>Numbers to search for primes, in as many ranges of equal work as the load has operations.</summary>
internal sealed record CpuJob(NumberRange Numbers, ClosedLoad Load)
{
    /// <summary>Set where processes each run so many threads under a global lock; without it, each runs one.</summary>
    public int? ThreadsUnderLock { get; init; }

    public NumberRange Part(Operation operation) => Part(operation.Number);

    public NumberRange Part(long number) => Numbers.Part(number, Load.Operations);
}

/// <summary>The primes of each range, and which thread counted them when.</summary>
internal sealed record CpuAnswer(IReadOnlyCollection<PrimeCount> Counts)
{
    /// <summary>The lock that the threads shared, where they shared one.</summary>
    public GlobalLock? Gil { get; init; }

    /// <summary>How long the slowest process took until it was ready for work, which was before the trial.</summary>
    public TimeSpan? ProcessStart { get; init; }
}

/// <summary>Pure computation over the cores: primes counted by trial division.</summary>
internal sealed class CpuScenario : Scenario<CpuJob, CpuAnswer>
{
    /// <summary>More than one, so that a core has work while a unit waits for its next range.</summary>
    private const int UnitsACore = 2;

    /// <summary>In milliseconds. A wait for 5 ms may end a little early by the clock that measures it.</summary>
    private const double LeastHold = 4.9;

    private static readonly Parameter Numbers = new("numbers", "numbers to test for being prime")
    {
        Range = (1_000, 1_000_000_000),
        Quick = 100_000,
        Standard = 1_500_000,
        Thorough = 7_000_000,
        IsWork = true,
    };

    private static readonly Parameter Ranges = new("ranges", "ranges that the numbers are cut into, an operation each")
    {
        Range = (2, 100_000),
        Quick = 32,
        Standard = 128,
        Thorough = 512,
    };

    private static readonly Metric SpeedUp = new("speed-up", "1", Better.Higher, "how many times faster than one after the other on one thread")
    {
        Wording = new("speed-up", "computation should use every core"),
        DerivedFrom = CommonMetrics.Time,
    };

    private static readonly Metric Efficiency = new("efficiency", Quantity.Share, Better.Higher, "speed-up by core that the units could use")
    {
        Wording = new("efficiency", "cores are paid for"),
        DerivedFrom = CommonMetrics.Time,
    };

    private static readonly Metric ThreadsUsed = new("threads-used", "{thread}", Better.Neither, "threads that computed at all");

    private static readonly Metric ThreadsAtOnce = new(
        "threads-at-once", "{thread}", Better.Neither, "peak of threads that were within a range at the same time");

    private static readonly Metric LockHeld = new(
        "lock-held", "s", Better.Neither, "how long a thread typically kept the global lock while another waited for it");

    private static readonly Metric ProcessStart = new(
        "process-start", "s", Better.Neither, "from the start of a process until it was ready for work; not part of the time");

    private static readonly Metric ProcessesUsed = new("processes-used", "{process}", Better.Neither, "processes that computed at all");

    public override string Name => "cpu";

    public override string Question => "How does each model spread pure computation over the cores?";

    public override IReadOnlyList<Parameter> Parameters => [Numbers, Ranges];

    public override IReadOnlyList<Metric> Metrics => [SpeedUp, Efficiency, ThreadsUsed, ThreadsAtOnce, ProcessesUsed, LockHeld, ProcessStart];

    public override IReadOnlyList<Situation> Situations => [new("computing", "all cores", SpeedUp)];

    protected override IReadOnlyList<Workload<CpuJob, CpuAnswer>> Workloads { get; } =
        [new CpuOnThreads(), new CpuOnPool(), new CpuOnTasks(), new CpuOnLoop(), new CpuOnGil(), new CpuOnProcesses(), new CpuOnGrains()];

    public override Func<CancellationToken, CpuAnswer> Sequentially(CpuJob job) => cancellation =>
        new CpuAnswer([.. Enumerable.Range(0, (int)job.Load.Operations).Select(number => Primes.Count(job.Part(number), cancellation))]);

    public override IEnumerable<Expectation> Check(CpuJob job, CpuAnswer answer, MeasuredTrial trial)
    {
        yield return Expectation.Equal("primes counted", PrimeSieve.Count(job.Numbers), answer.Counts.Sum(count => count.Primes));
        if (answer.Gil is { } gil)
        {
            yield return Expectation.Equal("threads under the lock at once", 1, gil.PeakHolders);
        }

        if (answer.Gil?.HoldsUntilAsked is { Count: > 0 } holds)
        {
            var shortest = TimeSpan.FromSeconds(holds.Percentile(0)).TotalMilliseconds;
            yield return new Expectation("shortest time under the lock, in ms", GlobalLock.SwitchInterval.TotalMilliseconds, shortest, shortest >= LeastHold);
        }
    }

    public override IEnumerable<Measurement> Measure(CpuJob job, CpuAnswer answer, MeasuredTrial trial)
    {
        var executions = answer.Counts.Select(count => count.Execution).ToList();
        yield return ThreadsUsed.Of(ThreadUse.Distinct(executions));
        yield return ProcessesUsed.Of(executions.Select(execution => execution.ProcessId).Distinct().Count());
        yield return ThreadsAtOnce.Of(ThreadUse.AtOnce(executions));
        if (answer.Gil is { } gil)
        {
            yield return LockHeld.Of(gil.HoldsUntilAsked.Percentile(0.5));
        }

        if (answer.ProcessStart is { } start)
        {
            yield return ProcessStart.Of(start.TotalSeconds);
        }

        if (trial.Sequential is { } sequential)
        {
            var speedUp = sequential / trial.Elapsed;
            yield return SpeedUp.Of(speedUp);
            yield return Efficiency.Of(speedUp / Math.Min(job.Load.Concurrency, Environment.ProcessorCount));
        }
    }

    protected override IEnumerable<Variant<CpuJob>> Jobs(Settings settings)
    {
        var numbers = new NumberRange(Primes.EqualCostFrom, Primes.EqualCostFrom + (uint)settings.Count(Numbers));
        var onAllCores = new CpuJob(numbers, new ClosedLoad(UnitsACore * Environment.ProcessorCount, settings.Count(Ranges)));
        yield return new("all cores", onAllCores);
        yield return new("two", new CpuJob(numbers, new ClosedLoad(Concurrency: 2, Operations: 2))) { Fixes = [(Ranges, 2)], IsHeadline = false };
        yield return UnderLock("lock in each process", UnitsACore);
        yield return UnderLock("lock in one process", onAllCores.Load.Concurrency);

        Variant<CpuJob> UnderLock(string name, int threads) => new(name, onAllCores with { ThreadsUnderLock = threads })
        {
            OnlyOn = [Model.Processes],
            ComparedWith = "all cores",
            IsHeadline = false,
        };
    }
}
