using Interleave.Client.Models;
using Interleave.Client.Recording;

namespace Interleave.Client.Planning;

/// <summary>A checked plan: it can be carried out as it stands.</summary>
internal sealed record RunPlan(IReadOnlyList<PlannedScenario> Scenarios, Plan Plan)
{
    public bool NeedsGrains => Scenarios.Any(scenario => scenario.Pairs.Any(pair => pair.Model == Model.Grains));

    public int TrialsPerRound => Scenarios.Sum(scenario => scenario.Pairs.Count());
}
