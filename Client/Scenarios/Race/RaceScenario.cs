using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Grains.Race;

namespace Interleave.Client.Scenarios.Race;

/// <summary>Steps that many units take on one state, each an operation's worth at a time.</summary>
internal sealed record RaceJob(StateKind State, Guard Guard, ClosedLoad Load)
{
    /// <summary>Whether each step awaits between its read and its write.</summary>
    public bool AwaitsInside { get; init; }

    /// <summary>Whether units are grains, half of them in another silo, that call the grain with the state.</summary>
    public bool FromSilos { get; init; }

    /// <summary>Whether the guard keeps whole steps apart, on every model.</summary>
    public bool KeepsStepsApart => Guard is Guard.Lock or Guard.Semaphore;

    public StepRange StepsOf(Operation operation) => new(operation.Number * Load.StepsAnOperation, Load.StepsAnOperation);
}

/// <summary>What became of the state.</summary>
internal sealed record RaceAnswer(StateReport State);

/// <summary>What happens to state that many units change: unprotected, protected, and interleaved at an await.</summary>
internal sealed class RaceScenario : Scenario<RaceJob, RaceAnswer>
{
    private static readonly Parameter Units = new("units", "units that change the state at the same time") { Range = (2, 64), Always = 4 };

    private static readonly Parameter Operations = new("operations", "operations that the units share, each of several steps")
    {
        Range = (8, 1_000_000),
        Quick = 100,
        Standard = 400,
        Thorough = 2_000,
        IsWork = true,
    };

    private static readonly Parameter Steps = new("steps", "steps an operation") { Range = (100, 100_000), Always = 2_000 };
    private static readonly Parameter SlowSteps = new(
        "slow-steps", "steps an operation where each waits at a semaphore or an await")
    { Range = (10, 100_000), Always = 100 };
    private static readonly Parameter Calls = new("calls", "steps an operation where each is a call from grain to grain") { Range = (1, 10_000), Always = 10 };

    private static readonly Metric StepsTaken = new("steps-taken", "{step}", Better.Neither, "steps that could have lost their update");

    private static readonly Metric LostUpdates = new("lost-updates", "{update}", Better.Lower, "steps whose change of the counter is missing in the end")
    {
        Exposure = StepsTaken,
        Wording = new("lost updates", "state is shared and must be right"),
    };

    private static readonly Metric Audits = new("audits", "{audit}", Better.Neither, "looks at the bank while it was in use");

    private static readonly Metric BrokenInvariants = new(
        "broken-invariants", "{audit}", Better.Lower, "looks at the bank, while it was in use, that found money missing or too much")
    {
        Exposure = Audits,
        Wording = new("broken invariants", "somebody reads state while others change it"),
    };

    private static readonly Metric MoneyOff = new("money-off", "{coin}", Better.Neither, "coins missing or too many in the end");

    private static readonly IReadOnlyList<Model> Asynchronous = [Model.Tasks, Model.Loop, Model.Grains];
    private static readonly IReadOnlyList<Model> Lockable = [Model.Threads, Model.Pool, Model.Tasks, Model.Gil];
    private static readonly IReadOnlyList<Model> SharingMemory = [.. Lockable, Model.Processes];

    public override string Name => "race";

    public override string Question =>
        "What happens to state that many units change: unprotected, locked, interleaved at an await, inside one grain, in memory that processes share?";

    public override IReadOnlyList<Parameter> Parameters => [Units, Operations, Steps, SlowSteps, Calls];

    public override IReadOnlyList<Metric> Metrics => [LostUpdates, StepsTaken, BrokenInvariants, Audits, MoneyOff, LoadMetrics.Throughput];

    public override IReadOnlyList<Situation> Situations => [new("sharing state", "unprotected", LostUpdates)];

    public override PlotKind? PreferredPlot => PlotKind.Matrix;

    protected override IReadOnlyList<Workload<RaceJob, RaceAnswer>> Workloads { get; } =
        [new RaceOnThreads(), new RaceOnPool(), new RaceOnTasks(), new RaceOnLoop(), new RaceOnGil(), new RaceOnProcesses(), new RaceOnGrains()];

    public override IEnumerable<Expectation> Check(RaceJob job, RaceAnswer answer, MeasuredTrial trial)
    {
        var (state, steps) = (answer.State, job.Load.Steps);
        // What chance decides is bounded: no update comes from nowhere, and not all can get lost.
        yield return (job.State, job.Guard) switch
        {
            (StateKind.Counter, Guard.Lock or Guard.Semaphore or Guard.Atomic) => Expectation.Equal("updates kept", steps, state.Value),
            (StateKind.Counter, _) => new Expectation("updates kept", steps, state.Value, state.Value >= 1 && state.Value <= steps),
            (_, Guard.Lock or Guard.Semaphore or Guard.Atomic) => Expectation.Equal("sum of money", Bank.Money, state.Value),
            _ => new Expectation("sum of money", Bank.Money, state.Value, Math.Abs(state.Value - Bank.Money) <= steps),
        };

        yield return Expectation.Equal("audits", job.State == StateKind.Bank ? Bank.AuditsIn(steps) : 0, state.Audits);
        if (job.KeepsStepsApart)
        {
            yield return Expectation.Equal("audits that found the sum broken", 0, state.BrokenAudits);
        }
    }

    public override IEnumerable<Measurement> Measure(RaceJob job, RaceAnswer answer, MeasuredTrial trial)
    {
        var state = answer.State;
        if (job.State == StateKind.Counter)
        {
            yield return LostUpdates.Of(job.Load.Steps - state.Value);
            yield return StepsTaken.Of(job.Load.Steps);
        }
        else
        {
            yield return BrokenInvariants.Of(state.BrokenAudits);
            yield return Audits.Of(state.Audits);
            yield return MoneyOff.Of(Math.Abs(state.Value - Bank.Money));
        }

        foreach (var measurement in LoadMetrics.Of(trial, job.Load))
        {
            yield return measurement;
        }
    }

    protected override IEnumerable<Variant<RaceJob>> Jobs(Settings settings)
    {
        const string Unprotected = "unprotected";
        foreach (var kind in Enum.GetValues<StateKind>())
        {
            var isCounter = kind == StateKind.Counter;
            var prefix = isCounter ? "" : "bank, ";
            var plain = new RaceJob(kind, Guard.None, LoadOf(settings, Steps));
            var slow = plain with { Load = LoadOf(settings, SlowSteps) };
            var awaiting = slow with { AwaitsInside = true };
            yield return new(prefix + Unprotected, plain) { IsHeadline = isCounter };
            yield return new(prefix + "lock", plain with { Guard = Guard.Lock }) { OnlyOn = Lockable, IsHeadline = isCounter };
            yield return new(prefix + "atomic", plain with { Guard = Guard.Atomic }) { OnlyOn = SharingMemory, IsHeadline = false };
            yield return new(prefix + "semaphore", slow with { Guard = Guard.Semaphore }) { OnlyOn = SharingMemory, IsHeadline = false };
            yield return new(prefix + "await, unprotected", awaiting) { OnlyOn = Asynchronous, ComparedWith = prefix + Unprotected, IsHeadline = isCounter };
            yield return new(prefix + "await, semaphore", awaiting with { Guard = Guard.Semaphore })
            {
                OnlyOn = [Model.Tasks, Model.Loop],
                ComparedWith = prefix + "semaphore",
                IsHeadline = false,
            };
            yield return new(prefix + "await, one turn at a time", awaiting with { Guard = Guard.Turn })
            {
                OnlyOn = [Model.Grains],
                ComparedWith = prefix + Unprotected,
                IsHeadline = false,
            };
            yield return new(prefix + "from two silos", plain with { Load = LoadOf(settings, Calls), FromSilos = true })
            {
                OnlyOn = [Model.Grains],
                NeedsSilos = 2,
                ComparedWith = prefix + Unprotected,
                IsHeadline = false,
            };
        }
    }

    private static ClosedLoad LoadOf(Settings settings, Parameter steps) =>
        new(settings.Count(Units), settings.Count(Operations)) { StepsAnOperation = settings.Count(steps) };
}
