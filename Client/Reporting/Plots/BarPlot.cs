using System.Xml.Linq;
using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Plots;

/// <summary>Bars with intervals on one axis for all groups; dots where only powers of ten show every value, as a bar's length means nothing there.</summary>
internal static class BarPlot
{
    private const double Width = 340;
    private const double Left = 70;
    private const double Right = 262;
    private const double Row = 22;
    private const double Thickness = 12;
    private const double Heading = 36;
    private const double Foot = 26;

    public static XElement Draw(string id, string title, string unit, IReadOnlyList<BarGroup> groups)
    {
        var axis = Scale.Fitting(
            groups.SelectMany(group => group.Bars).Where(bar => bar.Median is not null).SelectMany(bar => new[] { bar.Median!.Value, bar.Low, bar.High }), Left,
            Right);
        var headed = groups.Count > 1 || groups.Any(group => group.Name.Length > 0);
        var heading = headed ? Heading : 4;
        var bottom = groups.Sum(group => heading + group.Bars.Count * Row);
        return Svg.Picture(
            new PlotText(id, title, Describe(unit, groups)),
            Width,
            bottom + Foot,
            axis.Ticks.Select(tick => Svg.Text("tick middle", axis.Of(tick), bottom + 18, TickLabel.Of(tick, unit))),
            groups.Select((group, index) => Group(axis, unit, group, groups.Take(index).Sum(before => heading + before.Bars.Count * Row), heading)));
    }

    private static IEnumerable<XElement> Group(Scale axis, string unit, BarGroup group, double top, double heading)
    {
        if (group.Name.Length > 0)
        {
            yield return Svg.Text("heading", 0, top + 24, group.Name);
        }

        foreach (var tick in axis.Ticks)
        {
            yield return Svg.Line(tick == axis.From ? "axis" : "grid", axis.Of(tick), top + heading, axis.Of(tick), top + heading + group.Bars.Count * Row);
        }

        foreach (var (index, bar) in group.Bars.Index())
        {
            yield return OneBar(axis, unit, group, bar, top + heading + index * Row + Row / 2);
        }
    }

    private static XElement OneBar(Scale axis, string unit, BarGroup group, Bar bar, double middle)
    {
        if (bar.Median is not { } median)
        {
            return Svg.Group(
                Tip(unit, group, bar), Svg.Text("label", 0, middle + 4, bar.Model), Svg.Text("missing", Left + 6, middle + 4, bar.Missing ?? "not measured"));
        }

        var (from, at, low, high) = (axis.Of(Math.Max(axis.From, 0)), axis.Of(median), axis.Of(bar.Low), axis.Of(bar.High));
        return Svg.Group(
            Tip(unit, group, bar),
            Svg.Text("label", 0, middle + 4, bar.Model),
            axis.IsLogarithmic
                ? Svg.Path("mark", ModelColours.Of(bar.Model).Mark, Svg.Filled(bar.Model), Svg.MovedTo(at, middle))
                : Svg.Rectangle("bar", Math.Min(from, at), middle - Thickness / 2, Math.Abs(at - from), Thickness, Svg.Filled(bar.Model)),
            high - low < 1
                ? null
                : Svg.Path(
                    "interval", $"M{Svg.Number(low)} {Svg.Number(middle - 3.5)}v7m0 -3.5H{Svg.Number(high)}m0 -3.5v7", new XAttribute("fill", "none"),
                    new XAttribute("stroke", "#1c2024")),
            Svg.Text("value end", Width, middle + 4, Quantity.Format(median, unit)));
    }

    private static string Tip(string unit, BarGroup group, Bar bar) => $"{(group.Name.Length > 0 ? $"{group.Name}, " : "")}{Words(unit, bar)}";

    private static string Describe(string unit, IReadOnlyList<BarGroup> groups) =>
        string.Join(
            " ", groups.Select(group => $"{(group.Name.Length > 0 ? $"{group.Name}: " : "")}{string.Join("; ", group.Bars.Select(bar => Words(unit, bar)))}."));

    private static string Words(string unit, Bar bar) => bar.Median is { } median
        ? $"{bar.Model} {Quantity.Format(median, unit)}, interval {Quantity.Format(bar.Low, unit)} to {Quantity.Format(bar.High, unit)}"
        : $"{bar.Model} {bar.Missing ?? "not measured"}";
}
