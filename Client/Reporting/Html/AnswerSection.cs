using System.Xml.Linq;
using Interleave.Client.Judging;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Overview;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>What the run says, before anything else: a line for each situation, a row for each scenario, and the strongest contrasts.</summary>
internal static class AnswerSection
{
    public static XElement Of(Report report)
    {
        var rows = OverviewRow.Of(report.Figures);
        var answer = new RunAnswer(report.Figures, Scenarios.ScenarioCatalogue.All).Lines();
        var highlights = Highlights.Of(report.Figures, answer.SelectMany(line => line.Told));
        return Section(
            "answer",
            "The answer",
            rows.Count == 0 ? Tag("p", "There is none: nothing was measured.") : null,
            answer.Count == 0 ? null : Tag("dl.answer", answer.Select(line => Tag("div", Tag("dt", line.Situation), Tag("dd", line.Text)))),
            highlights.Count == 0 ? null : Tag("ul.highlights", highlights.Select(sentence => Tag("li", sentence))),
            rows.Count == 0 ? null : Overview(report, rows));
    }

    private static object[] Overview(Report report, IReadOnlyList<OverviewRow> rows)
    {
        List<string> models = [.. report.Figures.Models.Where(model => model != Model.Baseline.Name)];
        return
        [
            Scrolling(
                "Every scenario at a glance",
                Tag(
                    "table.overview",
                    Tag("caption.visually-hidden", "Every scenario at a glance: its first metric as a ratio to the baseline"),
                    Tag(
                        "thead",
                        Tag("tr", HeadCell("scenario"), HeadCell(ModelTag.Of(Model.Baseline.Name)), models.Select(model => HeadCell(ModelTag.Of(model))))),
                    Tag("tbody", rows.Select(row => Tag(
                        "tr",
                        RowHead(Tag("a", Attribute("href", $"#{Slug(row.Scenario)}"), row.Scenario), Tag("small", $"{row.Variant}: {row.Noun}")),
                        Tag("td", row.Baseline is { } baseline ? Quantity.Format(baseline) : "–"),
                        models.Select(model => Cell(report.Figures, row.Contrasts.GetValueOrDefault(model)))))))),
            Tag(
                "p.hint",
                $"×2.00 means twice the figure of {Model.Baseline.Name}: the median over the rounds of the ratios in each round. " +
                $"▲ better, ▼ worse, = the same within {Verdicts.Negligible * 100:0} %, ? undecided. " +
                "– alone: does not take part; – after a verdict: one of the two figures is zero or below, so that there is no ratio. " +
                PlaceboNote.Of(report.Run)),
        ];
    }

    private static XElement Cell(RunFigures figures, Contrast? contrast) => contrast is null
        ? Tag("td.none", "–")
        : Tag($"td.{contrast.Verdict.Word()}", Attribute("title", contrast.Verdict.Word()), $"{contrast.Verdict.Glyph()} {figures.RatioOf(contrast)}");
}
