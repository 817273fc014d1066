using Interleave.Client.Models;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Planning;

/// <summary>A scenario with its settings, on those models of the plan that can answer it.</summary>
internal sealed record PlannedScenario(IScenario Scenario, Settings Settings, IReadOnlyList<IVariant> Variants, IReadOnlyList<Model> Models)
{
    /// <summary>Every pair that one round tries.</summary>
    public IEnumerable<(IVariant Variant, Model Model)> Pairs =>
        from variant in Variants
        from model in Models
        where variant.Models.Contains(model)
        select (variant, model);
}
