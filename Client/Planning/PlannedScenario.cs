using Interleave.Client.Models;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Planning;

/// <summary>A scenario with its settings, on those models of the plan that can answer it.</summary>
internal sealed record PlannedScenario(IScenario Scenario, Settings Settings, IReadOnlyList<IVariant> Variants, IReadOnlyList<Model> Models)
{
    /// <summary>The workers that carry its models: one for each model, for each number of cores that they are pinned to.</summary>
    public IReadOnlyList<PlannedWorker> Workers { get; init; } =
    [
        .. from cores in Variants.Select(PlannedWorker.CoresOf).Distinct()
           from model in Models
           let worker = new PlannedWorker(model.Name, model, Settings, cores)
           where Variants.Any(worker.Runs)
           select worker,
    ];

    /// <summary>Every pair that one round tries.</summary>
    public IEnumerable<(IVariant Variant, PlannedWorker Worker)> Pairs =>
        from variant in Variants
        from worker in Workers
        where worker.Runs(variant)
        select (variant, worker);

    /// <summary>What a worker calls a variant: it knows nothing of the cores that it was pinned to, and more work may show in a name.</summary>
    public string NameFor(PlannedWorker worker, IVariant variant)
    {
        var name = variant is PinnedVariant pinned ? pinned.Inner.Name : variant.Name;
        return worker.Settings.WorkFactor == Settings.WorkFactor
            ? name
            : Scenario.Variants(Settings).Zip(Scenario.Variants(worker.Settings)).First(pair => pair.First.Name == name).Second.Name;
    }
}
