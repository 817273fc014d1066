using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Overview;

/// <summary>A variant, and those that only some models can run and that are contrasted with it: one table shows them beside each other.</summary>
/// <param name="Home">The variant that the others are contrasted with.</param>
/// <param name="Variants">That one first.</param>
internal sealed record VariantGroup(string Scenario, string Home, IReadOnlyList<string> Variants)
{
    public static IReadOnlyList<VariantGroup> Of(RunFigures figures, string scenario)
    {
        var variants = figures.VariantsOf(scenario);
        return
        [
            .. variants
                .GroupBy(variant => variants.Any(other => other.Name == variant.ComparedWith) ? variant.ComparedWith : variant.Name)
                .Select(group => new VariantGroup(scenario, group.Key, [.. group.Select(variant => variant.Name).OrderBy(name => name == group.Key ? 0 : 1)])),
        ];
    }

    /// <summary>A column for each model and variant that has any of these metrics.</summary>
    public IReadOnlyList<VariantColumn> ColumnsOf(RunFigures figures, IReadOnlyCollection<string> metrics) =>
    [
        .. from model in figures.Models
           from variant in Variants
           where metrics.Any(metric => figures.Result(Scenario, variant, model, metric) is not null)
           select new VariantColumn(model, variant, variant == Home ? null : variant.Replace($"{Home}, ", "", StringComparison.Ordinal)),
    ];

    public IEnumerable<Contrast> ContrastsOf(RunFigures figures, IEnumerable<string> metrics) =>
        from variant in Variants
        from metric in metrics
        from contrast in figures.ContrastsOf(Scenario, variant, metric)
        select contrast;
}
