using System.Xml.Linq;
using Interleave.Client.Records;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>What must hold for a figure to count: the failed ones one by one, then all of them, rounds counted together.</summary>
internal static class ChecksSection
{
    public static XElement Of(Report report)
    {
        var failed = report.Run.Checks.Where(check => !check.Ok).ToList();
        return Section(
            "checks",
            "The checks",
            report.Run.Checks.Count == 0
                ? Tag("p", "The run made none.")
                : Tag("p", failed.Count == 0 ? $"All {Words.Count(report.Run.Checks.Count)} held." : $"{failed.Count} of {Words.Count(report.Run.Checks.Count)} failed:"),
            failed.Count == 0 ? null : Tag("ul.alarm", failed.Select(check => Tag("li", InWords(check)))),
            report.Run.Checks.Count == 0 ? null : Fold("Every check", Scrolling("Every check", All(report.Run.Checks))));
    }

    public static string InWords(Check check) =>
        $"{check.Scenario} · {check.Variant} · {check.Model}, {(check.Round == 0 ? "over all rounds" : $"round {check.Round}")}: {check.Name}, expected {Quantity.Number(check.Expected)}, observed {Quantity.Number(check.Observed)}";

    private static XElement All(IReadOnlyList<Check> checks) => Tag(
        "table",
        Tag("thead", Tag("tr", HeadCell("check"), HeadCell("of"), HeadCell("model"), HeadCell("held"), HeadCell("expected"), HeadCell("observed"))),
        Tag("tbody", checks.GroupBy(check => (check.Scenario, check.Variant, check.Model, check.Name)).Select(rounds => Tag(
            "tr",
            RowHead(rounds.Key.Name),
            Tag("td", $"{rounds.Key.Scenario} · {rounds.Key.Variant}"),
            Tag("td", ModelTag.Of(rounds.Key.Model)),
            Tag("td", rounds.All(check => check.Ok) ? Tag("span.verdict.better", $"✓ {rounds.Count()} of {rounds.Count()}") : Tag("span.verdict.worse", $"✗ {rounds.Count(check => check.Ok)} of {rounds.Count()}")),
            Tag("td.number", Values(rounds.Select(check => check.Expected))),
            Tag("td.number", Values(rounds.Select(check => check.Observed)))))));

    private static string Values(IEnumerable<double> values) => string.Join(", ", values.Distinct().Order().Select(Quantity.Number));
}
