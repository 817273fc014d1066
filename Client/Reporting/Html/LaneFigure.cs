using System.Xml.Linq;
using Interleave.Client.Reporting.Plots;
using Interleave.Client.Telemetry.Timelines;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>The swim lanes of one variant, with their key and the same in figures.</summary>
internal static class LaneFigure
{
    // Of a run of very many trials, fewer are drawn and with fewer lanes: the page stays small, and timeline.json has them all.
    private const int ManyTimelines = 150;
    private const int LanesOfAllTimelines = 400;
    private const int FewestLanes = 2;

    public static IEnumerable<XElement> Of(Report report, ScenarioNotes scenario)
    {
        var variants = report.Timelines.Where(timeline => timeline.Scenario == scenario.Name).GroupBy(timeline => timeline.Variant)
            .OrderBy(variant => report.VariantsOf(scenario.Name).ToList().IndexOf(variant.Key)).ToList();
        var drawn = report.Timelines.Count > ManyTimelines ? variants.Take(1) : variants;
        var timelines = Math.Min(report.Timelines.Count, ManyTimelines);
        var lanes = timelines == 0 ? 0 : Math.Clamp(LanesOfAllTimelines / timelines, FewestLanes, SwimLanes.MostLanes);
        foreach (var variant in drawn)
        {
            yield return Of(scenario, variant.Key, [.. report.Models.SelectMany(model => variant.Where(timeline => timeline.Model == model).Take(1))], lanes);
        }

        if (variants.Count > drawn.Count())
        {
            yield return Tag(
                "p.hint", $"The other {Words.Count(variants.Count - drawn.Count(), "variant is", "variants are")} in timeline.json, and in the terminal by ",
                Tag("code", $"interleave trace DIR --scenario {scenario.Name}"), ".");
        }
    }

    private static XElement Of(ScenarioNotes scenario, string variant, IReadOnlyList<Timeline> timelines, int lanes) => Tag(
        "figure.wide",
        Tag(
            "figcaption", Tag("b", $"In time: {variant}"),
            Tag("span", "one traced trial of each model on the same time axis, a lane a unit; taken in a round of its own, apart from the measured ones")),
        Tag("p.key", Attribute("aria-hidden", "true"), Key("running"), Key("ready"), Key("waiting"), MailboxKey(timelines), MarkKeys(timelines)),
        SwimLanes.Draw(Slug($"{scenario.Name} {variant} lanes"), $"{scenario.Name}, {variant}: swim lanes", timelines, lanes),
        Fold("The same in figures", Scrolling($"{scenario.Name}, {variant}: swim lanes in figures", Table(timelines))));

    private static XElement? MailboxKey(IReadOnlyList<Timeline> timelines) =>
        timelines.Any(timeline => LaneFigures.In(timeline, SliceState.InMailbox) > TimeSpan.Zero) ? Key("mailbox", "in a mailbox") : null;

    private static IEnumerable<XElement> MarkKeys(IReadOnlyList<Timeline> timelines)
    {
        if (timelines.Any(timeline => timeline.Marks.Any(mark => mark.Kind == MarkKind.Frame)))
        {
            yield return Key("frame", LaneFigures.Word(MarkKind.Frame));
        }

        var moments = timelines.SelectMany(LaneFigures.Moments).Select(mark => mark.Kind).Distinct().Order().Select(LaneFigures.Word).ToList();
        if (moments.Count > 0)
        {
            yield return Key("moment", string.Join(" or ", moments));
        }
    }

    private static XElement Key(string kind, string? words = null) => Tag("span", Tag($"i.{kind}"), words ?? kind);

    private static XElement Table(IReadOnlyList<Timeline> timelines) => Tag(
        "table.compact",
        Tag(
            "thead",
            Tag(
                "tr", Tag("td"),
                (
                    (string[])["units", "in progress at once", "running at once", "took", "running", "ready", "waiting", "in a mailbox"]).Select(head =>
                        HeadCell(head)))),
        Tag("tbody", timelines.Select(timeline => Tag(
            "tr",
            RowHead(ModelTag.Of(timeline.Model)),
            Tag("td", Words.Count(timeline.Units.Count())),
            Tag("td", Words.Count(LaneFigures.InProgressAtOnce(timeline))),
            Tag("td", Words.Count(LaneFigures.RunningAtOnce(timeline))),
            Tag("td", LaneFigures.Time(timeline.Duration)),
            new[] { SliceState.Running, SliceState.Ready, SliceState.Waiting }.Select(state => Tag("td", LaneFigures.Time(LaneFigures.In(timeline, state)))),
            Tag("td", LaneFigures.InMailbox(timeline) ?? "–")))));
}
