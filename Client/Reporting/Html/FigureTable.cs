using System.Xml.Linq;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Overview;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>A row a metric, a column a model: the median, its interval, and the ratio to the baseline with its verdict.</summary>
internal sealed class FigureTable(Report report, ScenarioNotes scenario, VariantGroup group)
{
    /// <param name="intervals">Left out where a table is for those who look something up.</param>
    public XElement Of(string caption, IReadOnlyList<string> metrics, bool intervals)
    {
        var columns = group.ColumnsOf(report.Figures, metrics);
        return Scrolling(
            caption,
            Tag(
                "table.figures",
                Tag("caption.visually-hidden", caption),
                Tag("thead", Tag("tr", HeadCell("median"), columns.Select(Heading))),
                Tag("tbody", metrics.Select(metric => Tag(
                    "tr",
                    RowHead(
                        scenario.Metrics.TryGetValue(metric, out var description) ? Attribute("title", description) : null,
                        report.Figures.NounOf(scenario.Name, metric)),
                    columns.Select(column => Cell(column, metric, intervals)))))));
    }

    private XElement Heading(VariantColumn column) => HeadCell(
        ModelTag.Of(column.Model),
        column.Label is { } label ? Tag("small", label) : null,
        Figures.Rounds(
            [.. report.Run.Results.Where(result => (result.Scenario, result.Variant, result.Model) == (group.Scenario, column.Variant, column.Model))]));

    private XElement Cell(VariantColumn column, string metric, bool intervals)
    {
        if (report.Figures.Result(group.Scenario, column.Variant, column.Model, metric) is not { } result)
        {
            return Tag("td.none", "–");
        }

        var contrast = report.Figures.Contrast(group.Scenario, column.Variant, column.Model, metric);
        return Tag(
            "td",
            Tag("b", Figures.Median(result)),
            intervals && result.Low != result.High ? Tag("small", Figures.Interval(result)) : null,
            contrast is null
                ? null
                : Tag(
                    $"i.{contrast.Verdict.Word()}", Attribute("title", contrast.Verdict.Word()),
                    $"{report.Figures.RatioOf(contrast)} {contrast.Verdict.Glyph()}"));
    }
}
