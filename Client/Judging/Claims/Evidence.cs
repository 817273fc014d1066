using Interleave.Client.Records;

namespace Interleave.Client.Judging.Claims;

/// <summary>The runs that claims are judged by: one, and beside it those that differ from it in the number of silos.</summary>
internal sealed class Evidence(IReadOnlyList<Run> runs)
{
    private readonly IReadOnlyList<(Run Run, SortedTrials Trials)> _runs = [.. runs.Select(run => (run, new SortedTrials(run.Trials, run.Checks)))];

    public Run Run => _runs[0].Run;

    /// <param name="variant">How the variant's name begins: the rest may tell its parameters.</param>
    public Place At(string scenario, string variant) => At(_runs[0], scenario, variant);

    /// <summary>The same place in every run, with the run's number of silos.</summary>
    public IReadOnlyList<(int Silos, Place Place)> BySilos(string scenario, string variant) =>
        [.. _runs.Select(run => (run.Run.Plan.Silos, At(run, scenario, variant))).DistinctBy(pair => pair.Silos).OrderBy(pair => pair.Silos)];

    private static Place At((Run Run, SortedTrials Trials) run, string scenario, string variant)
    {
        var planned = run.Run.Plan.Variants.FirstOrDefault(planned =>
            planned.Scenario == scenario && planned.Name.StartsWith(variant, StringComparison.Ordinal));
        var missing = planned is not null ? null
            : run.Run.Plan.Variants.Any(candidate => candidate.Scenario == scenario) ? $"the variant `{variant}` of `{scenario}`"
            : $"`{scenario}`";
        return new Place(scenario, planned?.Name ?? variant, run.Run, run.Trials, missing);
    }
}
