using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Judging.Claims;

/// <summary>The runs that claims are decided by: one, and beside it those that differ from it in the number of silos.</summary>
internal sealed class Evidence(IReadOnlyList<Run> runs, IReadOnlyList<IScenario> scenarios)
{
    private readonly IReadOnlyList<(Run Run, SortedTrials Trials)> _runs = [.. runs.Select(run => (run, new SortedTrials(run, scenarios)))];

    public Run Run => _runs[0].Run;

    /// <param name="variant">How the variant's name begins: the rest may tell its parameters.</param>
    public VariantEvidence At(string scenario, string variant) => At(_runs[0], scenario, variant);

    /// <summary>The numbers of silos of which there are runs; a silo within the program's own process counts as one.</summary>
    public IReadOnlyList<int> Silos => [.. _runs.Select(SilosOf).Distinct().Order()];

    /// <summary>The same variant in every run, by the run's number of silos.</summary>
    public IReadOnlyList<(int Silos, VariantEvidence Variant)> BySilos(string scenario, string variant) =>
        [.. _runs.DistinctBy(SilosOf).OrderBy(SilosOf).Select(run => (SilosOf(run), At(run, scenario, variant)))];

    private static int SilosOf((Run Run, SortedTrials Trials) run) => Math.Max(1, run.Run.Plan.Silos);

    private static VariantEvidence At((Run Run, SortedTrials Trials) run, string scenario, string variant)
    {
        var planned = run.Run.Plan.Variants.FirstOrDefault(planned =>
            planned.Scenario == scenario && planned.Name.StartsWith(variant, StringComparison.Ordinal));
        var missing = planned is not null ? null
            : run.Run.Plan.Variants.Any(candidate => candidate.Scenario == scenario) ? $"the variant `{variant}` of `{scenario}`"
            : $"a run of `{scenario}`";
        return new VariantEvidence(scenario, planned?.Name ?? variant, run.Run, run.Trials, missing);
    }
}
