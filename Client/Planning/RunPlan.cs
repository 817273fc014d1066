using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;
using Interleave.Silo;

namespace Interleave.Client.Planning;

/// <summary>A checked plan: it can be carried out as it stands.</summary>
internal sealed record RunPlan(IReadOnlyList<PlannedScenario> Scenarios, Plan Plan)
{
    /// <summary>Where the run's own silos place grains; null where that is left to them.</summary>
    public Placement? Placement { get; init; }

    /// <summary>Which variants are tried once more with traces on.</summary>
    public Func<IVariant, bool> Traces { get; init; } = _ => true;

    public bool NeedsGrains => Scenarios.Any(scenario => scenario.Workers.Any(worker => worker.Model == Model.Grains));

    /// <summary>The plan on a cluster that runs already, with as many silos as that has; null leaves it as it is.</summary>
    public RunPlan On(int? silos) => silos is { } number ? this with { Plan = Plan with { Silos = number } } : this;

    public int TrialsPerRound => Scenarios.Sum(scenario => scenario.Pairs.Count());

    /// <summary>What progress is counted against: about two trials of warm-up in each launch, and a traced one at the end.</summary>
    public int ExpectedTrials =>
        (TrialsPerRound * (Plan.Rounds + (2 * Plan.Launches))) + Scenarios.Sum(scenario => scenario.Pairs.Count(pair => Traces(pair.Variant)));

    /// <summary>The rounds of one launch, spread as evenly as they go; launches count from 1.</summary>
    public IEnumerable<int> RoundsOf(int launch)
    {
        var (each, more) = Math.DivRem(Plan.Rounds, Plan.Launches);
        var before = (each * (launch - 1)) + Math.Min(more, launch - 1);
        return Enumerable.Range(before + 1, each + (launch <= more ? 1 : 0));
    }
}
