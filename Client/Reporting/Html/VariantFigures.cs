using System.Xml.Linq;
using Interleave.Client.Reporting.Overview;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>One variant in figures: what answers the question and what it cost, what that means, and everything else in a fold.</summary>
internal static class VariantFigures
{
    public static XElement Of(Report report, ScenarioNotes scenario, VariantGroup group)
    {
        var figures = report.Figures;
        var measured = report.MetricsOf(scenario.Name).Where(metric => group.ColumnsOf(figures, [metric]).Count > 0).ToList();
        var headlines = figures.HeadlinesOf(scenario.Name);
        List<string> first = [.. headlines.Concat(Costs.Metrics.Select(metric => metric.Name)).Where(measured.Contains)];
        List<string> rest = [.. measured.Except(first)];
        var table = new FigureTable(report, scenario, group);
        return Tag(
            "div.variant",
            Tag("h4", Attribute("id", Slug($"{scenario.Name} {group.Home}")), group.Home),
            first.Count == 0 ? null : table.Of($"{scenario.Name}, {group.Home}: figures", first, intervals: true),
            Sentences(figures, group, headlines),
            rest.Count == 0
                ? null
                : Fold(
                    $"{Words.Count(rest.Count, "more figure", "more figures")}",
                    table.Of($"{scenario.Name}, {group.Home}: more figures", rest, intervals: false)));
    }

    private static XElement? Sentences(RunFigures figures, VariantGroup group, IReadOnlyList<string> headlines)
    {
        var sentences = new VariantSentences(figures).Of([.. group.ContrastsOf(figures, headlines)]).ToList();
        return sentences.Count == 0 ? null : Tag("ul.readings", sentences.Select(sentence => Tag("li", sentence)));
    }
}
