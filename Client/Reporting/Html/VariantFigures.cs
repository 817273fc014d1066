using System.Xml.Linq;
using Interleave.Client.Records;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>One variant in figures: every metric of every model, and each contrast beside the sentence that reads it.</summary>
internal static class VariantFigures
{
    public static XElement Of(Report report, ScenarioNotes scenario, string variant)
    {
        var results = report.Run.Results.Where(result => result.Scenario == scenario.Name && result.Variant == variant).ToList();
        var contrasts = report.Run.Contrasts.Where(contrast => contrast.Scenario == scenario.Name && contrast.Variant == variant).ToList();
        var decided = contrasts.Where(contrast => Figures.IsOwn(scenario, contrast.Metric) && contrast.Verdict is Verdict.Better or Verdict.Worse).ToList();
        var rest = contrasts.Except(decided).ToList();
        return Tag(
            "div.variant",
            Tag("h4", Attribute("id", Slug($"{scenario.Name} {variant}")), variant),
            results.Count == 0 ? Tag("p", "No figure: every trial of this variant failed.") : Table(report, scenario, variant, results),
            decided.Count == 0
                ? contrasts.Count == 0 ? null : Tag("p", $"By this scenario’s own figures, no model stands clearly apart from {contrasts[0].Baseline} here.")
                : Readings($"{scenario.Name}, {variant}: where models stand apart", decided),
            rest.Count == 0 ? null : Fold(RestOf(scenario, rest), Readings($"{scenario.Name}, {variant}: further contrasts", rest)));
    }

    private static string RestOf(ScenarioNotes scenario, List<Contrast> contrasts)
    {
        var open = contrasts.Where(contrast => Figures.IsOwn(scenario, contrast.Metric)).ToList();
        var parts = new[]
        {
            (Count: open.Count(contrast => contrast.Verdict == Verdict.Same), Words: "without a difference"),
            (Count: open.Count(contrast => contrast.Verdict == Verdict.Undecided), Words: "undecided"),
            (Count: contrasts.Count - open.Count, Words: "of what it cost"),
        };
        return $"Further contrasts: {string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Words}"))}";
    }

    private static XElement Table(Report report, ScenarioNotes scenario, string variant, IReadOnlyList<Result> results)
    {
        var models = report.Models.Where(model => results.Any(result => result.Model == model)).ToList();
        return Scrolling(
            $"{scenario.Name}, {variant}: figures",
            Tag(
                "table.figures",
                Tag("caption.visually-hidden", $"{scenario.Name}, {variant}: medians with their intervals"),
                Tag("thead", Tag("tr", HeadCell("median, interval"), models.Select(model => HeadCell(ModelTag.Of(model), Figures.Rounds([.. results.Where(result => result.Model == model)]))))),
                Tag("tbody", results.GroupBy(result => result.Metric).OrderBy(metric => Figures.IsOwn(scenario, metric.Key) ? 0 : 1).Select(metric => Tag(
                    Figures.IsOwn(scenario, metric.Key) ? "tr.own" : "tr",
                    RowHead(scenario.Metrics.TryGetValue(metric.Key, out var description) ? Attribute("title", description) : null, Words.Spoken(metric.Key)),
                    models.Select(model => Tag("td", metric.FirstOrDefault(result => result.Model == model) is { } result ? Figures.Of(result) : Tag("span.none", "–"))))))));
    }

    private static XElement Readings(string caption, List<Contrast> contrasts) => Tag(
        "table.readings.stacking",
        Tag("caption.visually-hidden", caption),
        Tag("thead", Tag("tr", HeadCell("metric"), HeadCell("model"), HeadCell($"against {contrasts[0].Baseline}"), HeadCell("what it means"))),
        Tag("tbody", contrasts.GroupBy(contrast => contrast.Metric).SelectMany(metric => metric.Select((contrast, index) => Tag(
            index == 0 ? "tr.first" : "tr",
            Tag("th", Attribute("scope", "row"), index == 0 ? Words.Spoken(metric.Key) : Tag("span.repeated", Words.Spoken(metric.Key))),
            Cell("model", ModelTag.Of(contrast.Model)),
            Cell("ratio", RatioText.Of(contrast)),
            Tag("td.reading", contrast.Reading))))));
}
