using System.Globalization;
using System.Xml.Linq;
using Interleave.Client.Records;
using Interleave.Client.Telemetry.Timelines;

namespace Interleave.Client.Reporting.Plots;

/// <summary>One traced trial of each model, its units as lanes on the same time axis: what ran at the same time, and what took turns.</summary>
internal static class SwimLanes
{
    /// <summary>More lanes of one model than this would say no more.</summary>
    public const int MostLanes = 10;

    private const double Overall = 860;
    private const double Left = 132;
    private const double Right = 826;
    private const double Heading = 34;
    private const double Row = 20;

    public static XElement Draw(string id, string title, IReadOnlyList<Timeline> timelines)
    {
        var end = timelines.Select(timeline => timeline.Duration.TotalSeconds).DefaultIfEmpty(0).Max();
        var nice = Scale.Linear(0, end, Left, Right);
        var time = nice with { To = Math.Max(end, 1e-9), Ticks = [.. nice.Ticks.Where(tick => tick <= end)] }; // Lanes end at the edge, between two ticks too.
        var blocks = timelines.Select(timeline => (Timeline: timeline, Lanes: timeline.Units.Take(MostLanes).ToList())).ToList();
        var bottom = blocks.Sum(block => Height(block.Lanes));
        return Svg.Picture(
            new PlotText(id, title, string.Join(" ", timelines.Select(LaneFigures.InWords))),
            Overall,
            bottom + 30,
            time.Ticks.Select(tick => Svg.Line("grid", time.Of(tick), 18, time.Of(tick), bottom)),
            blocks.Select((block, index) => Block(time, block.Timeline, block.Lanes, blocks.Take(index).Sum(before => Height(before.Lanes)))),
            time.Ticks.Select(tick => Svg.Text("tick middle", time.Of(tick), bottom + 18, Quantity.Format(tick, "s"))));
    }

    private static double Height(List<Lane> lanes) => Heading + lanes.Count * Row;

    private static IEnumerable<XElement> Block(Scale time, Timeline timeline, List<Lane> lanes, double top)
    {
        var hidden = timeline.UnitsTotal - lanes.Count;
        yield return Svg.Path("mark", ModelColours.Of(timeline.Model).Mark, Svg.Filled(timeline.Model), Svg.MovedTo(6, top + 20));
        yield return Svg.Text("heading", 17, top + 24, timeline.Model);
        yield return Svg.Text("note", Left, top + 24, $"{LaneFigures.AtOnce(timeline)}{(hidden > 0 ? $" · {hidden.ToString("#,0", CultureInfo.InvariantCulture)} more units not drawn" : "")}");
        foreach (var (index, lane) in lanes.Index())
        {
            yield return OneLane(time, timeline, lane, top + Heading + index * Row + Row / 2);
        }
    }

    private static XElement OneLane(Scale time, Timeline timeline, Lane lane, double middle) => Svg.Group(
        lane.Name,
        Svg.Text("tick", 17, middle + 4, Shortened(lane.Name)),
        Svg.Line("track", Left, middle, Right, middle),
        SlicePaths(time, timeline.Model, lane, middle),
        Frames(time, timeline, lane, middle),
        LaneFigures.Moments(timeline).Where(mark => mark.Lane == lane.Name)
            .DistinctBy(mark => (mark.Kind, Math.Round(time.Of(mark.At.TotalSeconds)))).Select(mark => Moment(time, mark, middle)));

    private static XElement? Frames(Scale time, Timeline timeline, Lane lane, double middle)
    {
        var places = timeline.Marks.Where(mark => mark.Lane == lane.Name && mark.Kind == MarkKind.Frame).Select(mark => Math.Round(time.Of(mark.At.TotalSeconds), 1)).Distinct().ToList();
        return places.Count == 0 ? null : Svg.Path("frame", string.Concat(places.Select(at => $"M{Svg.Number(at)} {Svg.Number(middle - 8)}v16")));
    }

    /// <summary>One path a state, so that thousands of slices stay a small picture.</summary>
    private static IEnumerable<XElement> SlicePaths(Scale time, string model, Lane lane, double middle)
    {
        foreach (var state in lane.Slices.GroupBy(slice => slice.State).OrderByDescending(state => state.Key))
        {
            var pieces = Joined(state.Select(slice => (time.Of(slice.Start.TotalSeconds), time.Of(slice.End.TotalSeconds))));
            yield return state.Key == SliceState.InMailbox
                ? Svg.Path("mailbox", string.Concat(pieces.Select(piece => $"M{Short(piece.From)} {Short(middle - 4)}h{Width(piece)}v8h-{Width(piece)}z")), Svg.Stroked(model))
                : Svg.Path(Kind(state.Key), string.Concat(pieces.Select(piece => $"M{Short(piece.From)} {Short(middle)}h{Width(piece)}")), Svg.Stroked(model), new XAttribute("stroke-width", Thickness(state.Key)));
        }

        static string Short(double value) => Svg.Number(Math.Round(value, 1));
        static string Width((double From, double To) piece) => Short(Math.Max(piece.To - piece.From, 0.6));
    }

    /// <summary>Slices that touch, or would be drawn less than half a pixel apart, are one.</summary>
    private static IEnumerable<(double From, double To)> Joined(IEnumerable<(double From, double To)> pieces)
    {
        (double From, double To)? open = null;
        foreach (var piece in pieces.OrderBy(piece => piece.From))
        {
            if (open is { } before && piece.From - before.To < 0.5)
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

    private static XElement Moment(Scale time, Mark mark, double middle)
    {
        var at = time.Of(mark.At.TotalSeconds);
        return Svg.Group(
            $"{LaneFigures.Word(mark.Kind)} at {Quantity.Format(mark.At.TotalSeconds, "s")}",
            Svg.Path("moment", "M-4 -9h8l-4 6z", Svg.MovedTo(at, middle)),
            Svg.Line("moment", at, middle - 4, at, middle + 8));
    }

    private static int Thickness(SliceState state) => state switch { SliceState.Running => 12, SliceState.Ready => 6, _ => 3 };

    private static string Kind(SliceState state) => state switch { SliceState.Running => "running", SliceState.Ready => "ready", _ => "waiting" };

    private static string Shortened(string name) => name.Length <= 17 ? name : $"{name[..16]}…";
}
