using Interleave.Client.Models;
using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Overview;

/// <summary>One scenario in one line: its first headline metric, in the variant that tells most.</summary>
/// <param name="Baseline">The figure that every ratio of the row divides by; null where the baseline has none.</param>
/// <param name="Noun">How the metric is called.</param>
internal sealed record OverviewRow(
    string Scenario, string Variant, string Metric, Result? Baseline, IReadOnlyDictionary<string, Contrast> Contrasts, string Noun)
{
    public string Label => $"{Scenario}, {Variant}: {Noun}";

    public static IReadOnlyList<OverviewRow> Of(RunFigures figures) => [.. figures.Scenarios.Select(scenario => Of(figures, scenario)).OfType<OverviewRow>()];

    /// <summary>The first variant in which a model stands apart from the baseline; where none does, the first.</summary>
    private static OverviewRow? Of(RunFigures figures, string scenario)
    {
        var rows = (
            from metric in figures.HeadlinesOf(scenario)
            from variant in figures.HeadlineVariantsOf(scenario)
            where variant.ComparedWith == variant.Name
            let baseline = figures.Result(scenario, variant.Name, Model.Baseline.Name, metric)
            let contrasts = figures.ContrastsOf(scenario, variant.Name, metric).ToDictionary(contrast => contrast.Model)
            where baseline is not null || contrasts.Count > 0
            group new OverviewRow(scenario, variant.Name, metric, baseline, contrasts, figures.NounOf(scenario, metric)) by metric).FirstOrDefault()?.ToList();
        return rows?.Find(row => row.Contrasts.Values.Any(contrast => contrast.IsDecided())) ?? rows?[0];
    }
}
