using System.Xml.Linq;
using Interleave.Client.Records;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>Every scenario's own metrics at a glance: the baseline's figure, and each model's ratio to it with its interval.</summary>
internal static class ContrastOverview
{
    public static XElement Of(Report report)
    {
        var models = report.Models.Where(model => model != Models.Model.Baseline.Name).ToList();
        return Section(
            "contrasts",
            "The contrasts",
            Tag("p.hint", $"×2.00 means twice the figure of {Models.Model.Baseline.Name}. Below each ratio stands its interval over the rounds; ▲ and ▼ only where the whole interval agrees."),
            Scrolling(
                "Contrasts of all scenarios",
                Tag(
                    "table.contrasts",
                    Tag("caption.visually-hidden", "Ratios to the baseline of every scenario's own metrics, with intervals"),
                    Tag("thead", Tag("tr", HeadCell("figure"), HeadCell(ModelTag.Of(Models.Model.Baseline.Name)), models.Select(model => HeadCell(ModelTag.Of(model))))),
                    report.Scenarios.Select(scenario => Tag("tbody", Tag("tr.group", Tag("th", Attribute("scope", "colgroup"), Attribute("colspan", $"{models.Count + 2}"), Tag("a", Attribute("href", $"#{Slug(scenario.Name)}"), scenario.Name))), Rows(report.Run, scenario, models))))));
    }

    private static IEnumerable<XElement> Rows(Run run, ScenarioNotes scenario, List<string> models)
    {
        var contrasts = run.Contrasts.Where(contrast => contrast.Scenario == scenario.Name && Figures.IsOwn(scenario, contrast.Metric)).ToList();
        foreach (var variant in WithoutInnerSteps(contrasts.Select(contrast => contrast.Variant).Distinct()))
        {
            yield return Tag("tr.variant", Tag("th", Attribute("scope", "rowgroup"), Attribute("colspan", $"{models.Count + 2}"), variant));
            foreach (var metric in contrasts.Where(contrast => contrast.Variant == variant).GroupBy(contrast => contrast.Metric))
            {
                yield return Tag(
                    "tr",
                    RowHead(Words.Spoken(metric.Key)),
                    Tag("td", Baseline(run, metric.First())),
                    models.Select(model => Tag("td", metric.FirstOrDefault(contrast => contrast.Model == model) is { } contrast ? RatioText.Of(contrast) : Tag("span.none", "–"))));
            }
        }
    }

    /// <summary>Of a sweep, the first and the last step: the scenario's own section has the others.</summary>
    private static IEnumerable<string> WithoutInnerSteps(IEnumerable<string> variants)
    {
        var all = variants.ToList();
        var inner = Sweep.Among(all).SelectMany(sweep => sweep.Steps.Skip(1).SkipLast(1)).Select(step => step.Variant).ToHashSet();
        return all.Where(variant => !inner.Contains(variant));
    }

    private static object Baseline(Run run, Contrast contrast) =>
        run.Results.FirstOrDefault(result => (result.Scenario, result.Variant, result.Metric, result.Model) == (contrast.Scenario, contrast.ComparedWith, contrast.Metric, contrast.Baseline)) is { } result
            ? Figures.Of(result)
            : "–";
}
