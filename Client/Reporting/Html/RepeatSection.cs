using System.Xml.Linq;
using Interleave.Client.Records;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>The command that does all this again.</summary>
internal static class RepeatSection
{
    public static XElement Of(Report report) => FoldedSection(
        "repeat",
        "How to repeat it",
        "The command that does all this again.",
        open: false,
        Tag(
            "p",
            "The same plan with the same seed gives the same trials in the same order; only the machine may answer differently. Figures of two machines are " +
            "not comparable, ratios within one run are."),
        Scrolling("Command line", Tag("pre.command", Tag("code", CommandLine(report.Run.Plan)))),
        Tag(
            "p.hint", "All figures of this page, and those of every single trial, are in ", Tag("code", "run.json"), " beside it; ",
            Tag("code", "interleave report DIR"), " writes this page again from it."),
        Tag(
            "p.hint",
            $"Run {report.Run.Id}, started {Words.Moment(report.Run.StartedAt)}, written by Interleave {report.Run.Environment.Interleave}; grains ran on " +
            $"{report.Run.Environment.GrainRuntime}."));

    public static string CommandLine(Plan plan) => string.Join(' ', (string[])
    [
        "./interleave run",
        .. plan.Scenarios,
        $"--models {string.Join(',', plan.Models)}",
        $"--silos {plan.Silos}",
        $"--rounds {plan.Rounds}",
        $"--profile {plan.Profile.ToString().ToLowerInvariant()}",
        $"--seed {plan.Seed}",
        .. plan.Parameters.Select(given => $"--param {given.Key}={given.Value}"),
    ]);
}
