using System.Xml.Linq;
using Interleave.Client.Recording;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>One variant in figures: every metric of every model, and each contrast beside the sentence that reads it.</summary>
internal static class VariantFigures
{
    public static XElement Of(Report report, ScenarioNotes scenario, string variant)
    {
        var results = report.Run.Results.Where(result => result.Scenario == scenario.Name && result.Variant == variant).ToList();
        var contrasts = report.Run.Contrasts.Where(contrast => contrast.Scenario == scenario.Name && contrast.Variant == variant).ToList();
        var (own, common) = (contrasts.Where(contrast => Figures.IsOwn(scenario, contrast.Metric)).ToList(), contrasts.Where(contrast => !Figures.IsOwn(scenario, contrast.Metric)).ToList());
        return Tag(
            "div.variant",
            Tag("h4", Attribute("id", Slug($"{scenario.Name} {variant}")), variant),
            results.Count == 0 ? Tag("p", "No figure: every trial of this variant failed.") : Table(report, scenario, variant, results),
            own.Count == 0 ? null : Readings(scenario, variant, own),
            common.Count == 0 ? null : Fold("What it cost: time, processor, memory, threads, context switches", Readings(scenario, variant, common)));
    }

    private static XElement Table(Report report, ScenarioNotes scenario, string variant, IReadOnlyList<Result> results)
    {
        var models = report.Models.Where(model => results.Any(result => result.Model == model)).ToList();
        return Scrolling(
            $"{scenario.Name}, {variant}: figures",
            Tag(
                "table.figures",
                Tag("caption.visually-hidden", $"{scenario.Name}, {variant}: medians with their intervals"),
                Tag("thead", Tag("tr", HeadCell("median, interval"), models.Select(model => HeadCell(ModelTag.Of(model))))),
                Tag("tbody", results.GroupBy(result => result.Metric).OrderBy(metric => Figures.IsOwn(scenario, metric.Key) ? 0 : 1).Select(metric => Tag(
                    Figures.IsOwn(scenario, metric.Key) ? "tr.own" : "tr",
                    RowHead(scenario.Metrics.TryGetValue(metric.Key, out var description) ? Attribute("title", description) : null, Words.Spoken(metric.Key)),
                    models.Select(model => Tag("td", metric.FirstOrDefault(result => result.Model == model) is { } result ? Figures.Of(result) : Tag("span.none", "–"))))))));
    }

    private static XElement Readings(ScenarioNotes scenario, string variant, List<Contrast> contrasts) => Tag(
        "table.readings.stacking",
        Tag("caption.visually-hidden", $"{scenario.Name}, {variant}: contrasts with {contrasts[0].Baseline}"),
        Tag("thead", Tag("tr", HeadCell("metric"), HeadCell("model"), HeadCell($"against {contrasts[0].Baseline}"), HeadCell("what it means"))),
        Tag("tbody", contrasts.GroupBy(contrast => contrast.Metric).SelectMany(metric => metric.Select((contrast, index) => Tag(
            index == 0 ? "tr.first" : "tr",
            Tag("th", Attribute("scope", "row"), index == 0 ? Words.Spoken(metric.Key) : Tag("span.repeated", Words.Spoken(metric.Key))),
            Cell("model", ModelTag.Of(contrast.Model)),
            Cell("ratio", RatioText.Of(contrast)),
            Tag("td.reading", contrast.Reading))))));
}
