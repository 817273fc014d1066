using System.Xml.Linq;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>Nothing is hidden: what failed, timed out, was dropped, was disturbed or never grew steady, counted.</summary>
internal static class Troubles
{
    public static XElement Of(Report report)
    {
        if (report.Run.Trials.Count == 0)
        {
            return Section("troubles", "What went wrong", Tag("p", "The run ended before its first trial: nothing was measured."));
        }

        var failures = report.Run.Trials
            .GroupBy(trial => (trial.Scenario, trial.Variant, trial.Model))
            .Where(trials => trials.Any(HasFailed))
            .Select(trials => Row(trials.Key, [.. trials], report.Run.Results.FirstOrDefault(result => (result.Scenario, result.Variant, result.Model) == trials.Key)))
            .ToList();
        var notes = Disturbed(report.Run).Concat(Unsteady(report.Run)).ToList();
        return Section(
            "troubles",
            "What went wrong",
            failures.Count == 0 ? Tag("p", AllWell(report.Run.Trials.Sum(trial => trial.Operations.Started))) : Failures(failures),
            notes.Count == 0 ? Tag("p", "No round was disturbed, and every warm-up grew steady.") : Tag("ul.hint", notes));
    }

    private static string AllWell(long operations) => operations == 0 ? "No trial failed." : $"No trial failed: every one of {Words.Count(operations)} operations completed.";

    public static bool HasFailed(Trial trial) => trial.Error is not null || trial.Operations.Completed < trial.Operations.Started || Dropped(trial) > 0;

    private static XElement Failures(List<XElement> rows) => Scrolling(
        "What went wrong",
        Tag(
            "table",
            Tag("caption", "Trials in which something failed; counts are over all rounds."),
            Tag("thead", Tag("tr", HeadCell("trial"), Numbers("operations"), Numbers("failed"), Numbers("timed out"), Numbers("dropped"), Numbers("rounds left out"), HeadCell("first message"))),
            Tag("tbody", rows)));

    private static XElement Row((string Scenario, string Variant, string Model) key, List<Trial> trials, Result? result) => Tag(
        "tr",
        RowHead($"{key.Scenario} · {key.Variant} · ", ModelTag.Of(key.Model)),
        Number(trials.Sum(trial => trial.Operations.Started)),
        Number(trials.Sum(trial => trial.Operations.Failed)),
        Number(trials.Sum(trial => trial.Operations.TimedOut)),
        Number(trials.Sum(Dropped)),
        Number(result?.Failed ?? trials.Count(HasFailed)),
        Tag("td.message", trials.Select(trial => trial.Error).FirstOrDefault(error => error is not null)));

    /// <summary>Due and never started, or started and never ended.</summary>
    private static long Dropped(Trial trial) =>
        (long)trial.Metrics.GetValueOrDefault(LoadMetrics.Dropped.Name)
        + Math.Max(0, trial.Operations.Started - trial.Operations.Completed - trial.Operations.Failed - trial.Operations.TimedOut);

    private static IEnumerable<XElement> Disturbed(Run run) =>
        from trial in run.Trials
        where trial.Disturbed
        group trial by (trial.Scenario, trial.Variant) into variant
        orderby run.Plan.Scenarios.ToList().IndexOf(variant.Key.Scenario), variant.Key.Variant
        let noise = variant.Max(trial => trial.Noise)
        select Tag(
            "li",
            $"{variant.Key.Scenario} · {variant.Key.Variant}: the machine disturbed {Rounds(variant)}{(noise is { } share ? $", in which others took up to {share * 100:0} % of the processor time" : "")}; kept and counted.");

    private static string Rounds(IEnumerable<Trial> trials)
    {
        var rounds = trials.Select(trial => trial.Round).Distinct().Order().ToList();
        return $"{(rounds.Count == 1 ? "round" : "rounds")} {string.Join(", ", rounds)}";
    }

    private static IEnumerable<XElement> Unsteady(Run run) =>
        from warmUp in run.WarmUps
        where !warmUp.Steady
        group warmUp by (warmUp.Scenario, warmUp.Variant) into variant
        select Tag(
            "li",
            $"{variant.Key.Scenario} · {variant.Key.Variant}: {string.Join(", ", variant.Select(warmUp => warmUp.Model))} had not grown steady when the warm-up ended, after {variant.Max(warmUp => warmUp.Trials)} trials; measured all the same.");

    private static XElement Numbers(string title) => Tag("th.number", Attribute("scope", "col"), title);

    private static XElement Number(long count) => Tag(count == 0 ? "td.number.none" : "td.number", Words.Count(count));
}
