using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Isolation;

/// <summary>One unit fails while others are at work.</summary>
/// <param name="Siblings">How many others; on grains, half of them live in the same silo.</param>
/// <param name="Range">What each of them counts the primes of.</param>
internal sealed record IsolationJob(Fault Fault, int Siblings, NumberRange Range)
{
    /// <summary>How many grains of each kind are called while a silo is lost, and by how many callers.</summary>
    public int Grains { get; init; } = 1;

    public int Callers { get; init; } = 1;
}

/// <summary>What came of it.</summary>
internal sealed record IsolationAnswer(Telling Told)
{
    /// <summary>Of the siblings that gave one.</summary>
    public IReadOnlyList<long> SiblingAnswers { get; init; } = [];

    public TimeSpan ToldAfter { get; init; }

    /// <summary>From the fault until the unit answered again.</summary>
    public TimeSpan Recovery { get; init; }

    /// <summary>Whether the unit then knew what it had known.</summary>
    public bool StateKept { get; init; }

    /// <summary>How the process of the unit ended; null where it lives, and where it was a silo.</summary>
    public int? ExitCode { get; init; }

    /// <summary>How many siblings were at work in the silo that was lost; null where none was.</summary>
    public int? SiblingsInLostSilo { get; init; }

    /// <summary>Set where grains were called meanwhile.</summary>
    public LoadReport? UnderLoad { get; init; }
}

/// <summary>Who falls when a unit fails, who is told, and how soon it is back.</summary>
internal sealed class IsolationScenario : Scenario<IsolationJob, IsolationAnswer>
{
    /// <summary>What every error says that this scenario provokes.</summary>
    public const string Provoked = "provoked by the scenario isolation";

    private const int Aborted = 128 + 6;
    private const int Killed = 128 + 9;

    private static readonly Parameter Siblings = new("siblings", "units at work beside the one that fails; on grains, half of them live in the same silo")
    {
        Range = (2, 32),
        Always = 4,
    };

    private static readonly Parameter Effort = new("effort", "numbers that each of them tests for being prime")
    {
        Range = (1, 1_000_000),
        Quick = 100,
        Standard = 400,
        Thorough = 2_000,
        IsWork = true,
    };

    private static readonly Parameter Grains = new("grains", "grains of each kind that are called while a silo is killed")
    {
        Range = (4, 10_000),
        Always = 12,
    };

    private static readonly Parameter Callers = new("callers", "callers of these grains") { Range = (1, 256), Always = 8 };

    private static readonly Metric SiblingsLost = new("siblings-lost", Quantity.Share, Better.Lower, "units at work beside the failing one that gave no answer")
    {
        Wording = new("lost siblings", "a failure must not spread"),
    };

    private static readonly Metric CallerTold = new(
        "caller-told", Quantity.Share, Better.Higher, "callers of the failing unit that learned of it; the others fell with it")
    {
        Wording = new("callers told", "failures must be handled where the call is made"),
    };

    private static readonly Metric SameError = new("same-error", Quantity.Share, Better.Neither, "callers that caught the very error that was thrown");

    private static readonly Metric ProgramDied = new("program-died", Quantity.Share, Better.Neither, "trials in which the process of the unit ended");

    private static readonly Metric ToldAfter = new(
        "told-after", "s", Better.Neither, "from the failure until the caller knew; where it fell too, until the owner of the process did");

    private static readonly Metric Recovery = new("recovery", "s", Better.Lower, "from the failure until the unit answered again")
    {
        Wording = new("time to recover", "a failed unit must be back soon"),
    };

    private static readonly Metric StateKept = new("state-kept", Quantity.Share, Better.Higher, "units that knew afterwards what they had known")
    {
        Wording = new("state kept", "what a unit knows must survive its failure"),
    };

    private static readonly Metric Calls = new("calls", "{call}", Better.Neither, "calls of grains while a silo was killed");
    private static readonly Metric CallsFailed = new("calls-failed", "{call}", Better.Neither, "calls that failed since a silo was gone") { Exposure = Calls };
    private static readonly Metric CallsRetried = new("calls-retried", "{call}", Better.Neither, "calls that were answered at a later attempt");
    private static readonly Metric GrainsAnswering = new("grains-answering", Quantity.Share, Better.Neither, "grains that answered after a silo was killed");
    private static readonly Metric GrainsKeeping = new(
        "grains-keeping-state", Quantity.Share, Better.Neither, "grains with state in memory that then knew all that was acknowledged");

    private static readonly Metric GrainsKeepingStored = new(
        "grains-keeping-stored-state", Quantity.Share, Better.Neither, "grains with stored state that then knew all that was acknowledged");

    private static readonly Metric AllAnswer = new("all-answer", "s", Better.Neither, "from the loss of a silo until every grain had answered again");

    public override string Name => "isolation";

    public override string Question => "A unit fails: who else falls, is its caller told, how soon does it answer again, and does it still know what it knew?";

    public override IReadOnlyList<Parameter> Parameters => [Siblings, Effort, Grains, Callers];

    public override IReadOnlyList<Metric> Metrics =>
    [
        SiblingsLost, CallerTold, Recovery, StateKept, SameError, ProgramDied, ToldAfter,
        Calls, CallsFailed, CallsRetried, GrainsAnswering, GrainsKeeping, GrainsKeepingStored, AllAnswer,
    ];

    public override PlotKind? PreferredPlot => PlotKind.Matrix;

    protected override IReadOnlyList<Workload<IsolationJob, IsolationAnswer>> Workloads { get; } =
    [
        new IsolationOnThreads(), new IsolationOnPool(), new IsolationOnTasks(), new IsolationOnLoop(), new IsolationOnGil(),
        new IsolationOnProcesses(), new IsolationOnGrains(),
    ];

    public override IEnumerable<Expectation> Check(IsolationJob job, IsolationAnswer answer, MeasuredTrial trial)
    {
        var primes = PrimeSieve.Count(job.Range);
        yield return Expectation.Equal("right answers of siblings", answer.SiblingAnswers.Count, answer.SiblingAnswers.Count(found => found == primes));
        if (answer.ExitCode is { } code)
        {
            yield return Expectation.Equal("exit code", job.Fault == Fault.KilledProcess ? Killed : Aborted, code);
        }

        if (job.Fault == Fault.HandledException)
        {
            yield return Expectation.Equal("siblings that answered beside a handled failure", job.Siblings, answer.SiblingAnswers.Count);
            yield return Expectation.Equal("error that was told", (int)Telling.SameError, (int)answer.Told);
        }

        if (answer.SiblingsInLostSilo is { } lost)
        {
            yield return Expectation.Equal("siblings that answered from other silos", job.Siblings - lost, answer.SiblingAnswers.Count);
        }

        if (answer.UnderLoad is { } load)
        {
            yield return Expectation.Equal("grains that answer again", load.Grains, load.Answering);
            yield return Expectation.Equal("share of grains that know all that was stored", 1, load.KeepingStored);
        }
    }

    public override IEnumerable<Measurement> Measure(IsolationJob job, IsolationAnswer answer, MeasuredTrial trial)
    {
        yield return SiblingsLost.Of(1 - ((double)answer.SiblingAnswers.Count / job.Siblings));
        yield return CallerTold.Of(Share(answer.Told != Telling.CallerFellToo));
        yield return SameError.Of(Share(answer.Told == Telling.SameError));
        yield return ProgramDied.Of(Share(answer.ExitCode is not null || answer.SiblingsInLostSilo is not null));
        yield return ToldAfter.Of(answer.ToldAfter.TotalSeconds);
        yield return Recovery.Of(answer.Recovery.TotalSeconds);
        yield return StateKept.Of(Share(answer.StateKept));
        if (answer.UnderLoad is { } load)
        {
            yield return Calls.Of(load.Calls);
            yield return CallsFailed.Of(load.Failed);
            yield return CallsRetried.Of(load.Retried);
            yield return GrainsAnswering.Of((double)load.Answering / load.Grains);
            yield return GrainsKeeping.Of(load.Keeping);
            yield return GrainsKeepingStored.Of(load.KeepingStored);
            yield return AllAnswer.Of(load.AllAnswer.TotalSeconds);
        }
    }

    protected override IEnumerable<Variant<IsolationJob>> Jobs(Settings settings)
    {
        var range = new NumberRange(Primes.EqualCostFrom, Primes.EqualCostFrom + (uint)settings.Count(Effort));
        var job = new IsolationJob(Fault.HandledException, settings.Count(Siblings), range)
        {
            Grains = settings.Count(Grains),
            Callers = settings.Count(Callers),
        };
        yield return new("handled exception", job);
        yield return new("unhandled exception", job with { Fault = Fault.UnhandledException });
        // A silo that ends itself is lost as one that is killed.
        yield return new("fail fast", job with { Fault = Fault.FailFast }) { OnlyOn = [.. Model.All.Except([Model.Grains])] };
        yield return new("killed process", job with { Fault = Fault.KilledProcess });
    }

    private static double Share(bool holds) => holds ? 1 : 0;
}
