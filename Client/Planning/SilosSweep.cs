using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Planning;

/// <summary>Makes of a plan one that tries grains on several numbers of silos, and every other model once, all in one run.</summary>
internal static class SilosSweep
{
    public static RunPlan Of(RunPlan plan, IReadOnlyList<int> silos)
    {
        List<PlannedScenario> scenarios =
        [
            .. plan.Scenarios.Select(scenario => new PlannedScenario(
                scenario.Scenario,
                scenario.Settings,
                [.. scenario.Variants.SelectMany(variant => Swept(variant, silos)).Where(variant => variant.Models.Any(scenario.Models.Contains))],
                scenario.Models)),
        ];
        return new RunPlan(scenarios, plan.Plan with
        {
            Silos = silos.Max(),
            Variants =
            [
                .. scenarios.SelectMany(
                    scenario => scenario.Variants,
                    (scenario, variant) => new PlannedVariant(scenario.Scenario.Name, variant.Name, variant.ComparedWith)
                    {
                        IsHeadline = variant.IsHeadline,
                        Advice = variant.Advice,
                    }),
            ],
        });
    }

    private static IEnumerable<IVariant> Swept(IVariant variant, IReadOnlyList<int> silos) => variant is PinnedVariant pinned
        ? Swept(pinned.Inner, silos).Select(swept => new PinnedVariant(swept, pinned.Cores))
        : [new SilosVariant(variant, silos: null), .. silos.Where(number => number >= variant.NeedsSilos).Select(number => new SilosVariant(variant, number))];
}
