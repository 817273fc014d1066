using Interleave.Client.Models;
using Interleave.Client.Records;

namespace Interleave.Client.Planning;

/// <summary>A checked plan: it can be carried out as it stands.</summary>
internal sealed record RunPlan(IReadOnlyList<PlannedScenario> Scenarios, Plan Plan)
{
    public bool NeedsGrains => Scenarios.Any(scenario => scenario.Pairs.Any(pair => pair.Model == Model.Grains));

    /// <summary>The plan on a cluster that runs already, with as many silos as that has; null leaves it as it is.</summary>
    public RunPlan On(int? silos) => silos is { } number ? this with { Plan = Plan with { Silos = number } } : this;

    public int TrialsPerRound => Scenarios.Sum(scenario => scenario.Pairs.Count());
}
