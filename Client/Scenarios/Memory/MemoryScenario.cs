using Interleave.Client.Measuring.Machine;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Models;
using Interleave.Client.Records;

namespace Interleave.Client.Scenarios.Memory;

/// <summary>Idle units, made in equal steps; what they weigh is looked at after each step.</summary>
internal sealed record MemoryJob(IReadOnlyDictionary<Model, int> Counts, int Steps, TimeSpan Patience)
{
    /// <summary>Whether a task is nothing but its timer, without a state machine of its own around it.</summary>
    public bool BareTimers { get; init; }

    /// <summary>How many units the model is to hold, after the last step.</summary>
    public int UnitsOn(Model model) => Counts[model] - (Counts[model] % Steps);
}

/// <summary>What was seen after each step, the first look being before any unit existed.</summary>
/// <param name="Creating">How long the making of all units took.</param>
/// <param name="EndedBy">The limit that was met before all units existed; null when none was.</param>
internal sealed record MemoryAnswer(IReadOnlyList<Census> Looks, int Wanted, TimeSpan Creating, string? EndedBy);

/// <summary>What one idle unit weighs, by the slope over a growing number of them, so that floors fall out.</summary>
internal sealed class MemoryScenario : Scenario<MemoryJob, MemoryAnswer>
{
    private const int Steps = 4;

    private static readonly Parameter Threads = new("threads", "idle units on threads and gil")
    {
        Range = (8, 100_000),
        Quick = 1_000,
        Standard = 5_000,
        Thorough = 10_000,
    };
    private static readonly Parameter Tasks = new("tasks", "idle units on tasks and loop")
    {
        Range = (100, 10_000_000),
        Quick = 50_000,
        Standard = 300_000,
        Thorough = 1_000_000,
    };
    private static readonly Parameter Grains = new("grains", "idle units on grains")
    {
        Range = (20, 5_000_000),
        Quick = 10_000,
        Standard = 100_000,
        Thorough = 1_000_000,
    };
    private static readonly Parameter Processes = new("processes", "idle units on processes") { Range = (4, 1_000), Quick = 4, Standard = 30, Thorough = 50 };
    private static readonly Parameter WorkItems = new(
        "work-items", "idle units on pool, which makes a thread or two a second for them")
    { Range = (4, 1_000), Quick = 4, Standard = 8, Thorough = 16 };
    private static readonly Parameter Patience = new("patience", "how long the units of one step may take to come to life")
    {
        Unit = "s",
        Range = (1, 600),
        Quick = 5,
        Standard = 20,
        Thorough = 120,
    };

    private static readonly Metric Resident = new("resident-a-unit", "By", Better.Lower, "resident memory a unit")
    {
        Wording = new("resident memory a unit", "many units exist at once"),
        Resolution = 16,
        LaunchSpread = 0.1,
    };

    private static readonly Metric Proportional = new(
        "proportional-a-unit", "By", Better.Lower, "resident memory a unit, shared pages divided among the processes that share them")
    {
        Resolution = 16,
        LaunchSpread = 0.1,
    };

    private static readonly Metric Heap = new("heap-a-unit", "By", Better.Neither, "bytes on the managed heap a unit, of the client and its silos");
    private static readonly Metric Virtual = new("virtual-a-unit", "By", Better.Neither, "address space a unit: a stack reserves much and touches little");
    private static readonly Metric KernelThreads = new("kernel-threads", "{thread}", Better.Lower, "operating-system threads added by all units")
    {
        Wording = new("operating-system threads", "threads are limited, as they are in a container"),
        Resolution = 1,
    };

    private static readonly Metric CreationRate = new("creation-rate", "{unit}/s", Better.Higher, "units created a second, until they lived")
    {
        Wording = new("units created a second", "units come and go"),
        Resolution = 100,
        LaunchSpread = 0.2,
    };

    private static readonly Metric Reached = new("units-reached", "{unit}", Better.Neither, "units that lived at once");

    public override string Name => "memory";

    public override string Question => "What does one idle unit cost, and how many can exist?";

    public override IReadOnlyList<Parameter> Parameters => [Threads, Tasks, Grains, Processes, WorkItems, Patience];

    public override IReadOnlyList<Metric> Metrics => [Resident, Proportional, Heap, Virtual, KernelThreads, CreationRate, Reached];

    public override IReadOnlyList<Metric> Headlines => [Resident, CreationRate, Reached];

    public override IReadOnlyList<Situation> Situations => [new("many idle units", "idle", Resident)];

    protected override IReadOnlyList<Workload<MemoryJob, MemoryAnswer>> Workloads { get; } =
        [new MemoryOnThreads(), new MemoryOnPool(), new MemoryOnTasks(), new MemoryOnLoop(), new MemoryOnGil(), new MemoryOnProcesses(), new MemoryOnGrains()];

    public override IEnumerable<Expectation> Check(MemoryJob job, MemoryAnswer answer, MeasuredTrial trial)
    {
        var peak = trial.Recorder.Units.Peak;
        if (answer.EndedBy is null)
        {
            yield return Expectation.Equal("peak live units", answer.Wanted, peak);
        }
        else
        {
            // All but the first look and the last, which was at a step that a limit cut short.
            var made = answer.Wanted / job.Steps * (answer.Looks.Count - 2);
            yield return new Expectation("peak live units, at least those made before the limit", made, peak, peak >= made);
        }
    }

    public override IEnumerable<Measurement> Measure(MemoryJob job, MemoryAnswer answer, MeasuredTrial trial)
    {
        var (first, last) = (answer.Looks[0], answer.Looks[^1]);
        yield return Reached.Of(last.Units);
        if (last.Units == 0)
        {
            yield break;
        }

        yield return CreationRate.Of(last.Units / answer.Creating.TotalSeconds);
        yield return Heap.Of(Slope(look => look.Heap));
        if (first.Resident is not null)
        {
            yield return Resident.Of(Slope(look => look.Resident));
            yield return Proportional.Of(Slope(look => look.Proportional));
            yield return Virtual.Of(Slope(look => look.Virtual));
            yield return KernelThreads.Of((last.KernelThreads - first.KernelThreads) ?? double.NaN);
        }

        double Slope(Func<Census, long?> figure) =>
            LeastSquares.Slope([.. answer.Looks.Select(look => ((double)look.Units, (double?)figure(look) ?? double.NaN))]);
    }

    protected override IEnumerable<Variant<MemoryJob>> Jobs(Settings settings)
    {
        var threads = (int)Math.Min(settings[Threads], (ThreadLimit.Read(MachineFiles.OfThisMachine).Threads ?? double.PositiveInfinity) / 2);
        var job = new MemoryJob(
            new Dictionary<Model, int>
            {
                [Model.Threads] = threads,
                [Model.Gil] = threads,
                [Model.Tasks] = settings.Count(Tasks),
                [Model.Loop] = settings.Count(Tasks),
                [Model.Grains] = settings.Count(Grains),
                [Model.Processes] = settings.Count(Processes),
                [Model.Pool] = settings.Count(WorkItems),
            },
            Steps,
            settings.Time(Patience));
        yield return new("idle", job) { OnlyOn = [.. Model.All.Except([Model.Pool])] };
        yield return new("idle work items", job) { OnlyOn = [Model.Pool], ComparedWith = "idle", IsHeadline = false };
        yield return new("bare timers", job with { BareTimers = true }) { OnlyOn = [Model.Tasks], ComparedWith = "idle", IsHeadline = false };
    }
}
