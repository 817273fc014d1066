using System.Xml.Linq;
using Interleave.Client.Records;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>What must hold for a figure to count: the failed ones one by one, then all of them, counted together.</summary>
internal static class ChecksSection
{
    private const int MostTold = 20;

    public static XElement Of(Report report)
    {
        var checks = report.Run.Checks;
        var failed = checks.Where(check => !check.Ok).ToList();
        return FoldedSection(
            "checks",
            "The checks",
            checks.Count == 0
                ? "The run made none."
                : failed.Count == 0 ? $"All {Words.Count(checks.Count)} held." : $"{Words.Count(failed.Count)} of {Words.Count(checks.Count)} failed.",
            open: false,
            failed.Count == 0 ? null : Tag("ul.alarm", Failed(failed)),
            checks.Count == 0 ? null : Scrolling("Every check", All(checks)));
    }

    /// <summary>An item each; of very many, the first.</summary>
    public static IEnumerable<XElement> Failed(IReadOnlyList<Check> failed) =>
    [
        .. failed.Take(MostTold).Select(check => Tag("li", InWords(check))),
        .. failed.Count > MostTold ? [Tag("li", $"and {Words.Count(failed.Count - MostTold)} more, all of them in run.json")] : (XElement[])[],
    ];

    private static string InWords(Check check) =>
        $"{check.Scenario} · {check.Variant} · {check.Model}, {(check.Round == 0 ? "over all rounds" : $"round {check.Round}")}: {check.Name}, expected " +
            $"{Quantity.Number(check.Expected)}, observed {Quantity.Number(check.Observed)}";

    private static XElement All(IReadOnlyList<Check> checks) => Tag(
        "table",
        Tag("thead", Tag("tr", HeadCell("check"), HeadCell("scenario"), HeadCell("models"), HeadCell("held"))),
        Tag("tbody", checks.GroupBy(check => (check.Scenario, check.Name)).Select(same => Tag(
            "tr",
            RowHead(same.Key.Name),
            Tag("td", same.Key.Scenario),
            Tag("td", string.Join(", ", same.Select(check => check.Model).Distinct().OrderBy(ModelColours.Position))),
            same.All(check => check.Ok)
                ? Tag("td.better", $"✓ {Words.Count(same.Count())} of {Words.Count(same.Count())}")
                : Tag("td.worse", $"✗ {Words.Count(same.Count(check => check.Ok))} of {Words.Count(same.Count())}")))));
}
