using System.Xml.Linq;
using Interleave.Client.Records;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>Variants by models, such as faults by models: one metric, a figure with its verdict in each field.</summary>
internal static class MatrixTable
{
    public static XElement Of(Report report, ScenarioNotes scenario, string metric, IReadOnlyList<Result> results)
    {
        var models = report.Models.Where(model => results.Any(result => result.Model == model)).ToList();
        return Tag(
            "figure.wide",
            Tag("figcaption", Tag("b", Words.Spoken(metric)), Tag("span", scenario.Metrics.GetValueOrDefault(metric))),
            Scrolling(
                $"{scenario.Name}: {Words.Spoken(metric)}",
                Tag(
                    "table.matrix",
                    Tag("thead", Tag("tr", Tag("td"), models.Select(model => HeadCell(ModelTag.Of(model))))),
                    Tag("tbody", results.Select(result => result.Variant).Distinct().Select(variant => Tag(
                        "tr",
                        RowHead(variant),
                        models.Select(model => Field(report.Run, results.FirstOrDefault(result => result.Variant == variant && result.Model == model)))))))));
    }

    private static XElement Field(Run run, Result? result)
    {
        if (result is null)
        {
            return Tag("td.none", "–");
        }

        var verdict = run.Contrasts.FirstOrDefault(contrast =>
            (contrast.Scenario, contrast.Variant, contrast.Metric, contrast.Model) == (result.Scenario, result.Variant, result.Metric, result.Model))?.Verdict;
        return Tag(
            verdict is { } known ? $"td.{known.Word()}" : "td",
            Tag("b", Figures.Median(result)),
            verdict is { } word ? Tag("small", $"{word.Glyph()} {word.Word()}") : null);
    }
}
