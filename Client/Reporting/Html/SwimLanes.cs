using System.Globalization;
using System.Xml.Linq;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Plots;
using Interleave.Client.Telemetry.Timelines;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>One traced trial of each model, its units as lanes on the same time axis: what ran at the same time, and what took turns.</summary>
/// <remarks>The words are text of the page and keep their size; only the tracks are pictures, and stretch with the page.</remarks>
internal static class SwimLanes
{
    /// <summary>More lanes of one model than this would say no more.</summary>
    public const int MostLanes = 10;

    // The track's own units: stretched to whatever room there is.
    private const double Length = 2000;
    private const double Height = 20;
    private const double Middle = Height / 2;

    public static XElement Draw(string id, string title, IReadOnlyList<Timeline> timelines, int mostLanes = MostLanes)
    {
        var end = timelines.Select(timeline => timeline.Duration.TotalSeconds).DefaultIfEmpty(0).Max();
        var nice = Scale.Linear(0, end, 0, Length);
        var time = nice with { To = Math.Max(end, 1e-9), Ticks = [.. nice.Ticks.Where(tick => tick <= end)] }; // Lanes end at the edge, between two ticks too.
        return Tag(
            "div.lanes",
            Attribute("role", "img"),
            Attribute("aria-labelledby", $"{id}-title {id}-desc"),
            Tag("p.visually-hidden", Attribute("id", $"{id}-title"), title),
            Tag("p.visually-hidden", Attribute("id", $"{id}-desc"), string.Join(" ", timelines.Select(LaneFigures.InWords))),
            timelines.Select(timeline => Block(time, timeline, [.. timeline.Units.Take(mostLanes)])),
            Tag(
                "div.lane.axis", Tag("span"),
                Tag(
                    "div.ticks",
                    time.Ticks.Select(tick => Tag(time.Of(tick) > 0.95 * Length ? "span.at-end" : "span", At(time, tick), Quantity.Format(tick, "s"))))));
    }

    private static IEnumerable<XElement> Block(Scale time, Timeline timeline, List<Lane> lanes)
    {
        var hidden = timeline.UnitsTotal - lanes.Count;
        yield return Tag(
            "p.lanes-of",
            ModelTag.Of(timeline.Model),
            Tag(
                "small",
                $"{LaneFigures.AtOnce(timeline)}{(hidden > 0 ? $" · {hidden.ToString("#,0", CultureInfo.InvariantCulture)} more units not drawn" : "")}"));
        foreach (var lane in lanes)
        {
            yield return Tag("div.lane", Tag("span", lane.Name), Tag("div.track", Track(time, timeline, lane), Moments(time, timeline, lane)));
        }
    }

    private static XElement Track(Scale time, Timeline timeline, Lane lane) => Svg.Stretched(
        Length,
        Height,
        Svg.Path("grid", string.Concat(time.Ticks.Select(tick => $"M{Whole(time.Of(tick))} 0v{Height}"))),
        SlicePaths(time, timeline.Model, lane),
        Frames(time, timeline, lane));

    private static XElement? Frames(Scale time, Timeline timeline, Lane lane)
    {
        var places = timeline.Marks.Where(mark => mark.Lane == lane.Name && mark.Kind == MarkKind.Frame)
            .Select(mark => Whole(time.Of(mark.At.TotalSeconds)))
            .Distinct()
            .ToList();
        return places.Count == 0 ? null : Svg.Path("frame", string.Concat(places.Select(at => $"M{at} 2v16")));
    }

    /// <summary>One path a state, so that thousands of slices stay a small picture.</summary>
    private static IEnumerable<XElement> SlicePaths(Scale time, string model, Lane lane)
    {
        foreach (var state in lane.Slices.GroupBy(slice => slice.State).OrderByDescending(state => state.Key))
        {
            var pieces = Joined(state.Select(slice => (time.Of(slice.Start.TotalSeconds), time.Of(slice.End.TotalSeconds))));
            yield return Svg.Path(
                Kind(state.Key), string.Concat(pieces.Select(piece => $"M{Whole(piece.From)} {Middle}h{Whole(Math.Max(piece.To - piece.From, 1))}")),
                new XAttribute("data-model", model));
        }
    }

    /// <summary>Slices that touch, or would be drawn at most a pixel apart, are one.</summary>
    private static IEnumerable<(double From, double To)> Joined(IEnumerable<(double From, double To)> pieces)
    {
        (double From, double To)? open = null;
        foreach (var piece in pieces.OrderBy(piece => piece.From))
        {
            if (open is { } before && piece.From - before.To < 2)
            {
                open = (before.From, Math.Max(before.To, piece.To));
                continue;
            }

            if (open is { } done)
            {
                yield return done;
            }

            open = piece;
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    private static IEnumerable<XElement> Moments(Scale time, Timeline timeline, Lane lane) => LaneFigures.Moments(timeline)
        .Where(mark => mark.Lane == lane.Name)
        .DistinctBy(mark => (mark.Kind, Math.Round(time.Of(mark.At.TotalSeconds) / 6)))
        .Select(mark =>
            Tag(
                "i.moment", At(time, mark.At.TotalSeconds),
                Attribute("title", $"{LaneFigures.Word(mark.Kind)} at {Quantity.Format(mark.At.TotalSeconds, "s")}")));

    private static XAttribute At(Scale time, double seconds) =>
        Attribute("style", string.Create(CultureInfo.InvariantCulture, $"left:{time.Of(seconds) / Length * 100:0.##}%"));

    private static string Whole(double value) => Svg.Number(Math.Round(value));

    private static string Kind(SliceState state) => state switch
    {
        SliceState.Running => "running",
        SliceState.Ready => "ready",
        SliceState.InMailbox => "mailbox",
        _ => "waiting",
    };
}
