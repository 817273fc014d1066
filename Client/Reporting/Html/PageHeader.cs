using System.Xml.Linq;
using Interleave.Client.Reporting.Overview;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>The head of the page: what was run, on what, and whether it can be trusted.</summary>
internal static class PageHeader
{
    public static XElement Of(Report report)
    {
        var run = report.Run;
        return Tag(
            "header.opening",
            Tag("p.product", "Interleave", Tag("span", "a concurrency laboratory")),
            Tag("h1", Title(report)),
            Tag(
                "p.lead",
                $"{Words.Count(report.Models.Count, "model", "models")}, {Words.Count(run.Plan.Rounds, "round", "rounds")}, " +
                    $"{Words.Count(run.Trials.Count(trial => trial.Round > 0), "trial", "trials")} "
                    + $"on {Words.Count(run.Environment.Cores, "core", "cores")}, {Words.Moment(run.StartedAt)}. Every ratio compares a model with ",
                ModelTag.Of(Models.Model.Baseline.Name),
                " in the same round of the same run."),
            Tag("ul.facts", Facts(report)));
    }

    public static string Title(Report report) => report.Scenarios.Count switch
    {
        0 => "A run without trials",
        <= 4 => string.Join(", ", report.Scenarios.Select(scenario => scenario.Name)),
        var count => $"{count} scenarios",
    };

    private static IEnumerable<XElement> Facts(Report report)
    {
        var run = report.Run;
        var failedChecks = run.Checks.Count(check => !check.Ok);
        var failedTrials = run.Trials.Count(trial => trial.Error is not null);
        var disturbance = Disturbance.InShort(run);
        // A run that was disturbed is not good, however complete it is: nothing here says so.
        var good = disturbance is null ? "good" : "plain";
        if (disturbance is not null)
        {
            yield return Fact("warn", disturbance);
        }

        yield return Fact(run.Complete ? good : "bad", run.Complete ? "complete" : "incomplete: the run was interrupted");
        if (run.Trials.Count > 0)
        {
            yield return Fact(
                failedChecks == 0 ? good : "bad",
                failedChecks == 0
                    ? $"{Words.Count(run.Checks.Count, "check", "checks")}, all held"
                    : $"{Words.Count(failedChecks)} of {Words.Count(run.Checks.Count, "check", "checks")} failed");
            yield return Fact(
                failedTrials == 0 ? good : "bad", failedTrials == 0 ? "no trial failed" : $"{Words.Count(failedTrials, "trial", "trials")} with failures");
        }

        yield return Fact("plain", $"grains on {run.Environment.GrainRuntime}");
    }

    private static XElement Fact(string kind, string text) =>
        Tag($"li.{kind}", Tag("span", Attribute("aria-hidden", "true"), kind switch { "good" => "✓", "bad" => "✗", "warn" => "!", _ => "·" }), text);
}
