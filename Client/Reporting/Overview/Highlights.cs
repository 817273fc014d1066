using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Overview;

/// <summary>The contrasts that deserve a sentence of their own: the strongest of each scenario, the strongest scenario first.</summary>
internal static class Highlights
{
    public const int Most = 5;

    /// <param name="told">What the reader is told elsewhere.</param>
    public static IReadOnlyList<string> Of(RunFigures figures, IEnumerable<Contrast> told)
    {
        var known = told.Select(About).ToHashSet();
        return
        [
            .. figures.Scenarios
                .Select(scenario => Strongest(figures, scenario, known))
                .OfType<Contrast>()
                .OrderByDescending(contrast => contrast.Strength())
                .Take(Most)
                .Select(contrast => $"{contrast.Scenario}, {contrast.Variant}: {contrast.Reading}"),
        ];
    }

    private static Contrast? Strongest(RunFigures figures, string scenario, HashSet<(string, string, string)> known) => (
        from metric in figures.HeadlinesOf(scenario)
        from variant in figures.HeadlineVariantsOf(scenario)
        from contrast in figures.ContrastsOf(scenario, variant.Name, metric)
        where contrast.IsDecided() && !known.Contains(About(contrast))
        orderby contrast.Strength() descending
        select contrast).FirstOrDefault();

    /// <summary>Two metrics of one model in one variant mostly say the same.</summary>
    private static (string Scenario, string Variant, string Model) About(Contrast contrast) => (contrast.Scenario, contrast.Variant, contrast.Model);
}
