using System.Xml.Linq;
using Interleave.Client.Recording;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>Nothing is hidden: what failed, timed out, was dropped or was disturbed, counted.</summary>
internal static class Troubles
{
    public static XElement Of(Report report)
    {
        var rows = report.Run.Trials
            .GroupBy(trial => (trial.Scenario, trial.Variant, trial.Model))
            .Select(trials => (trials.Key, Trials: trials.ToList(), Result: report.Run.Results.FirstOrDefault(result => (result.Scenario, result.Variant, result.Model) == trials.Key)))
            .Where(row => row.Trials.Any(IsTroubled))
            .ToList();
        return Section(
            "troubles",
            "What went wrong",
            rows.Count == 0
                ? Tag("p", $"Nothing: every one of {Words.Count(report.Run.Trials.Sum(trial => trial.Operations.Started))} operations completed, no trial failed, and no round was disturbed or left out.")
                : Scrolling(
                    "What went wrong",
                    Tag(
                        "table",
                        Tag("caption", "Trials in which something failed, was dropped or was disturbed; counts are over all rounds."),
                        Tag("thead", Tag("tr", HeadCell("trial"), Numbers("operations"), Numbers("failed"), Numbers("timed out"), Numbers("dropped"), Numbers("rounds disturbed"), Numbers("rounds left out"), HeadCell("first message"))),
                        Tag("tbody", rows.Select(row => Row(row.Key, row.Trials, row.Result))))));
    }

    public static bool IsTroubled(Trial trial) =>
        trial.Error is not null || trial.Disturbed || trial.Operations.Completed < trial.Operations.Started;

    private static XElement Row((string Scenario, string Variant, string Model) key, IReadOnlyList<Trial> trials, Result? result) => Tag(
        "tr",
        RowHead($"{key.Scenario} · {key.Variant} · ", ModelTag.Of(key.Model)),
        Number(trials.Sum(trial => trial.Operations.Started)),
        Number(trials.Sum(trial => trial.Operations.Failed)),
        Number(trials.Sum(trial => trial.Operations.TimedOut)),
        Number(trials.Sum(Dropped)),
        Number(trials.Count(trial => trial.Disturbed)),
        Number(result?.Failed ?? trials.Count(trial => trial.Error is not null && trial.Metrics.Count == 0)),
        Tag("td.message", trials.Select(trial => trial.Error).FirstOrDefault(error => error is not null)));

    private static long Dropped(Trial trial) =>
        Math.Max(0, trial.Operations.Started - trial.Operations.Completed - trial.Operations.Failed - trial.Operations.TimedOut);

    private static XElement Numbers(string title) => Tag("th.number", Attribute("scope", "col"), title);

    private static XElement Number(long count) => Tag(count == 0 ? "td.number.none" : "td.number", Words.Count(count));
}
