using System.Xml.Linq;
using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Plots;

/// <summary>Lines over a common axis: scaling, sweeps with their break-even, percentile curves.</summary>
internal static class LinePlot
{
    private const double Width = 340;
    private const double Left = 50;
    private const double Right = 332;
    private const double Room = 186;
    private const double MarkRow = 15;
    private const double LegendGap = 56;
    private const double LegendRow = 20;
    private const int LongLegend = 12;

    public static XElement Draw(
        string id, string title, LineAxis horizontal, LineAxis vertical, IReadOnlyList<LineSeries> series, IReadOnlyList<LineMark> marks)
    {
        var top = 10 + marks.Count * MarkRow;
        var bottom = top + Room;
        var points = series.SelectMany(line => line.Points).ToList();
        var places = points.Select(point => point.X).Concat(marks.Select(mark => mark.X)).DefaultIfEmpty(0).ToList();
        var x = horizontal.Named is { } named
            ? new Scale(named[0].At, named[^1].At, Left, Right, false, [.. named.Select(name => name.At)])
            : horizontal.IsTime ? Scale.Linear(places.Min(), places.Max(), Left, Right)
            : Scale.Fitting(places, Left, Right);
        var y = Scale.Fitting(points.SelectMany(point => new[] { point.Y, point.Low ?? point.Y, point.High ?? point.Y }), bottom, top);
        var columns = series.Any(line => line.Name.Length > LongLegend) ? 1 : 2;
        var rows = (series.Count + columns - 1) / columns;
        return Svg.Picture(
            new PlotText(id, title, Describe(horizontal, vertical, series, marks)),
            Width,
            bottom + LegendGap + rows * LegendRow - 6,
            Horizontal(x, y, horizontal),
            Vertical(y, vertical),
            marks.OrderBy(mark => mark.X).Select((mark, index) => Mark(x, mark, 10 + index * MarkRow, bottom)),
            series.Select(line => Line(x, y, horizontal, vertical, line)),
            series.Select((line, index) => Legend(line, bottom + LegendGap, index, columns)));
    }

    private static IEnumerable<XElement> Horizontal(Scale x, Scale y, LineAxis axis) =>
    [
        .. x.Ticks.Select(tick => Svg.Text("tick middle", x.Of(tick), y.Start + 17, axis.Named is null ? TickLabel.Of(tick, axis.Unit) : axis.Words(tick))),
        .. axis.Named is null ? [] : x.Ticks.Select(tick => Svg.Line("grid", x.Of(tick), y.End, x.Of(tick), y.Start)),
        Svg.Text("axis-title middle", (Left + Right) / 2, y.Start + 36, axis.Title),
    ];

    private static IEnumerable<XElement> Vertical(Scale y, LineAxis axis) =>
    [
        .. y.Ticks.Select(tick => Svg.Line(tick == y.From ? "axis" : "grid", Left, y.Of(tick), Right, y.Of(tick))),
        .. y.Ticks.Select(tick => Svg.Text("tick end", Left - 6, y.Of(tick) + 4, TickLabel.Of(tick, axis.Unit))),
    ];

    private static XElement Mark(Scale x, LineMark mark, double top, double bottom)
    {
        var at = x.Of(mark.X);
        var fitsRight = at < (Left + Right) / 2;
        return Svg.Group(
            mark.Label,
            Svg.Line("event", at, top, at, bottom),
            Svg.Text(fitsRight ? "note" : "note end", fitsRight ? at + 5 : at - 5, top + 9, mark.Label));
    }

    private static XElement Line(Scale x, Scale y, LineAxis horizontal, LineAxis vertical, LineSeries series)
    {
        var colours = ModelColours.Of(series.Model);
        var path = string.Join(
            "",
            series.Points.Select((point, index) => $"{(index == 0 || point.FollowsGap ? "M" : "L")}{Svg.Number(x.Of(point.X))} {Svg.Number(y.Of(point.Y))}"));
        return Svg.Group(
            series.Name,
            Svg.Path(series.Faint ? "line faint" : "line", path, new XAttribute("fill", "none"), Svg.Stroked(series.Model), Dash(series)),
            Intervals(x, y, series),
            series.Faint
                ? null
                : Svg.Path("mark", string.Concat(series.Points.Select(point => colours.MarkAt(x.Of(point.X), y.Of(point.Y)))), Svg.Filled(series.Model)));
    }

    private static XElement? Intervals(Scale x, Scale y, LineSeries series)
    {
        var intervals = series.Points.Where(point => point is { Low: not null, High: not null }).ToList();
        return intervals.Count == 0 ? null : Svg.Path("interval", string.Concat(intervals.Select(point =>
            $"M{Svg.Number(x.Of(point.X))} {Svg.Number(y.Of(point.Low!.Value))}V{Svg.Number(y.Of(point.High!.Value))}"))); // Not null: just asked.
    }

    private static XElement Legend(LineSeries series, double top, int index, int columns)
    {
        var (left, middle) = (Left + index % columns * (Right - Left) / 2, top + index / columns * LegendRow);
        return Svg.Group(
            series.Name,
            Svg.Path(series.Faint ? "line faint" : "line", $"M{Svg.Number(left)} {Svg.Number(middle)}h26", Svg.Stroked(series.Model), Dash(series)),
            series.Faint ? null : Svg.Path("mark", ModelColours.Of(series.Model).Mark, Svg.Filled(series.Model), Svg.MovedTo(left + 13, middle)),
            Svg.Text("label", left + 34, middle + 4, series.Name));
    }

    private static XAttribute? Dash(LineSeries series)
    {
        var dash = series.Faint ? "1 3" : ModelColours.Of(series.Model).Dash;
        return dash.Length == 0 ? null : new XAttribute("stroke-dasharray", dash);
    }

    private static string Describe(LineAxis horizontal, LineAxis vertical, IReadOnlyList<LineSeries> series, IReadOnlyList<LineMark> marks) =>
        $"{vertical.Title} over {horizontal.Title}. {string.Join(" ", series.Select(line => $"{Words(horizontal, vertical, line)}."))}"
        + string.Concat(marks.Select(mark => $" {mark.Label} at {horizontal.Words(mark.X)}."));

    private static string Words(LineAxis horizontal, LineAxis vertical, LineSeries series) =>
        $"{series.Name}: {string.Join(", ", series.Points.Where(point => horizontal.Tells(point.X)).Select(point => Words(horizontal, vertical, point)))}";

    private static string Words(LineAxis horizontal, LineAxis vertical, LinePoint point) =>
        $"{Quantity.Format(point.Y, vertical.Unit)} at {horizontal.Words(point.X)}";
}
