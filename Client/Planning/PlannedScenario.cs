using Interleave.Client.Models;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Planning;

/// <summary>A scenario with its settings, on those models of the plan that can answer it.</summary>
internal sealed record PlannedScenario(IScenario Scenario, Settings Settings, IReadOnlyList<IVariant> Variants, IReadOnlyList<Model> Models)
{
    /// <summary>The workers that carry its models: one for each model, for each number of cores and of silos that they have.</summary>
    public IReadOnlyList<PlannedWorker> Workers { get; init; } =
    [
        .. from place in Variants.Select(variant => (Cores: PlannedWorker.CoresOf(variant), Silos: PlannedWorker.SilosOf(variant))).Distinct()
           from model in Models
           let worker = new PlannedWorker(model.Name, model, Settings, place.Cores) { Silos = place.Silos }
           where Variants.Any(worker.Runs)
           select worker,
    ];

    /// <summary>Every pair that one round tries.</summary>
    public IEnumerable<(IVariant Variant, PlannedWorker Worker)> Pairs =>
        from variant in Variants
        from worker in Workers
        where worker.Runs(variant)
        select (variant, worker);

    /// <summary>What a worker calls a variant: it knows nothing of the cores or silos that it was given, and more work may show in a name.</summary>
    public string NameFor(PlannedWorker worker, IVariant variant)
    {
        var name = OwnName(variant);
        return worker.Settings.WorkFactor == Settings.WorkFactor
            ? name
            : Scenario.Variants(Settings).Zip(Scenario.Variants(worker.Settings)).First(pair => pair.First.Name == name).Second.Name;
    }

    private static string OwnName(IVariant variant) => variant switch
    {
        PinnedVariant pinned => OwnName(pinned.Inner),
        SilosVariant swept => OwnName(swept.Inner),
        _ => variant.Name,
    };
}
