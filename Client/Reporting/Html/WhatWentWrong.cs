using System.Text.RegularExpressions;
using System.Xml.Linq;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Overview;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>Nothing is hidden: what failed, timed out, was dropped, was disturbed or never became steady, counted.</summary>
internal static partial class WhatWentWrong
{
    /// <summary>More variants than this with the same message share one row.</summary>
    private const int MostRowsOfOneMessage = 4;

    public static XElement Of(Report report)
    {
        if (report.Run.Trials.Count == 0)
        {
            return Section("wrong", "What went wrong", Tag("p", "The run ended before its first trial: nothing was measured."));
        }

        var failures = Failures(report.Run).ToList();
        var notes = Notes(report).ToList();
        return Section(
            "wrong",
            "What went wrong",
            failures.Count == 0 ? Tag("p", AllWell(report.Run.Trials.Sum(trial => trial.Operations.Started))) : Table(failures),
            notes.Count == 0 ? Tag("p", "No round was disturbed, and every warm-up became steady.") : notes,
            Traced(report.Run));
    }

    /// <summary>Those whose pictures show the tracing too; all of them only where there is no such.</summary>
    private static XElement? Traced(Run run)
    {
        var doubtful = run.TracedTrials.Where(traced => !traced.IsFaithful).ToList();
        return run.TracedTrials.Count == 0 ? null : Fold(
            TracedTrials.InOneLine(run) ?? $"{Words.Count(run.TracedTrials.Count, "traced trial", "traced trials")} took about as long as the measured ones",
            Tag("ul.hint", (doubtful.Count > 0 ? doubtful : run.TracedTrials).Select(traced => Tag("li", TracedTrials.Describe(traced)))));
    }

    private static string AllWell(long operations) =>
        operations == 0 ? "No trial failed." : $"No trial failed: every one of {Words.Count(operations)} operations completed.";

    private static bool HasFailed(Trial trial) => trial.Error is not null || trial.Operations.Failed > 0 || trial.Operations.TimedOut > 0 || Dropped(trial) > 0;

    /// <summary>Due and never started, or started and never ended.</summary>
    private static long Dropped(Trial trial)
    {
        var counts = trial.Operations;
        var unended = counts.Started - counts.Completed - counts.Failed - counts.TimedOut - counts.ExpectedFailures;
        return (long)trial.Metrics.GetValueOrDefault(LoadMetrics.Dropped.Name) + Math.Max(0, unended);
    }

    /// <summary>A row for each variant and model; where very many failed for one reason, a row for all of them.</summary>
    private static IEnumerable<Failure> Failures(Run run)
    {
        var failed = run.Trials.GroupBy(trial => (trial.Scenario, trial.Variant, trial.Model)).Where(trials => trials.Any(HasFailed)).ToList();
        foreach (var reason in failed.GroupBy(trials => Reason(trials.FirstOrDefault(trial => trial.Error is not null)?.Error)))
        {
            if (reason.Key.Length > 0 && reason.Count() > MostRowsOfOneMessage)
            {
                var scenarios = reason.Select(trials => trials.Key.Scenario).Distinct().ToList();
                yield return Failure.Of(
                    $"{ModelList.Of(scenarios)}: {reason.Count()} combinations of variant and model", [.. reason.SelectMany(trials => trials)]);
                continue;
            }

            foreach (var trials in reason)
            {
                var result = run.Results.FirstOrDefault(result => (result.Scenario, result.Variant, result.Model) == trials.Key);
                var failure = Failure.Of($"{trials.Key.Scenario} · {trials.Key.Variant} · {trials.Key.Model}", [.. trials]);
                yield return result is null ? failure : failure with { LeftOut = result.Failed };
            }
        }
    }

    /// <summary>Messages that differ in a port or a count have one reason.</summary>
    private static string Reason(string? error) => error is null ? "" : Digits().Replace(error, "0");

    private static XElement Table(List<Failure> failures) => Scrolling(
        "What went wrong",
        Tag(
            "table",
            Tag("caption", "Trials in which something failed; counts are over all rounds."),
            Tag(
                "thead",
                Tag(
                    "tr", HeadCell("trials"), ((string[])["operations", "failed", "timed out", "dropped", "rounds left out"]).Select(Numbers),
                    HeadCell("first message"))),
            Tag("tbody", failures.Select(Row))));

    private static XElement Row(Failure failure) => Tag(
        "tr",
        RowHead(failure.What),
        Number(failure.Operations),
        Number(failure.Failed),
        Number(failure.TimedOut),
        Number(failure.Dropped),
        Number(failure.LeftOut),
        Tag("td.message", failure.Message));

    private static IEnumerable<XElement> Notes(Report report)
    {
        var run = report.Run;
        if (report.TracesFault is { } fault)
        {
            yield return Tag("p", $"The traces could not be read, so the page shows no lanes: {fault}");
        }

        if (Disturbance.InOneLine(run) is { } disturbance)
        {
            yield return Fold(disturbance, Tag("ul.hint", Disturbed(run)));
        }

        var unsteady = run.WarmUps.Where(warmUp => !warmUp.Steady).ToList();
        if (unsteady.Count > 0)
        {
            yield return Fold(
                $"{Words.Count(unsteady.Count, "warm-up was", "warm-ups were")} not steady when measuring began", Tag("ul.hint", Unsteady(unsteady)));
        }
    }

    private static IEnumerable<XElement> Disturbed(Run run) =>
        from trial in run.Trials
        where trial.Disturbed
        group trial by (trial.Scenario, trial.Variant) into variant
        orderby run.Plan.Scenarios.ToList().IndexOf(variant.Key.Scenario), variant.Key.Variant
        select Tag(
            "li",
            $"{variant.Key.Scenario} · {variant.Key.Variant}: " +
            $"{Rounds(variant)}{(variant.Max(trial => trial.Noise) is { } share ? $", others took up to {share * 100:0} % of the processor time" : "")}; " +
            "kept and counted.");

    private static string Rounds(IEnumerable<Trial> trials)
    {
        var rounds = trials.Select(trial => trial.Round).Distinct().Order().ToList();
        return $"{(rounds.Count == 1 ? "round" : "rounds")} {string.Join(", ", rounds)}";
    }

    private static IEnumerable<XElement> Unsteady(IEnumerable<WarmUpOutcome> warmUps) =>
        from warmUp in warmUps
        group warmUp by (warmUp.Scenario, warmUp.Variant) into variant
        select Tag(
            "li",
            $"{variant.Key.Scenario} · {variant.Key.Variant}: {ModelList.Of([.. variant.Select(warmUp => warmUp.Model)])} " +
                $"{(variant.Count() == 1 ? "was" : "were")} not steady after {Words.Count(variant.Max(warmUp => warmUp.Trials), "trial", "trials")}; " +
                "measured all the same.");

    private static XElement Numbers(string title) => Tag("th.number", Attribute("scope", "col"), title);

    private static XElement Number(long count) => Tag(count == 0 ? "td.number.none" : "td.number", Words.Count(count));

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    private sealed record Failure(string What, long Operations, long Failed, long TimedOut, long Dropped, int LeftOut, string Message)
    {
        public static Failure Of(string what, IReadOnlyList<Trial> trials) => new(
            what,
            trials.Sum(trial => trial.Operations.Started),
            trials.Sum(trial => trial.Operations.Failed),
            trials.Sum(trial => trial.Operations.TimedOut),
            trials.Sum(WhatWentWrong.Dropped),
            trials.Count(HasFailed),
            trials.Select(trial => trial.Error).FirstOrDefault(error => error is not null) ?? "");
    }
}
