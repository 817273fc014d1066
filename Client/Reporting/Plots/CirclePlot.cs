using System.Xml.Linq;
using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Plots;

/// <summary>Units that wait for each other, in a ring: an arrow goes from each to the one that holds what it waits for.</summary>
internal static class CirclePlot
{
    private const double Width = 340;
    private const double Height = 220;
    private const double Ring = 74;
    private const double LabelRing = Ring + 16;
    private const double InnerLabels = 0.5 * Ring;
    private const double Dot = 5;
    private const double SmallDot = 2;
    private const double ArrowHead = 8;

    /// <summary>More units than this have no room for their names.</summary>
    private const int MostNamed = 12;

    public static XElement Draw(string id, string title, string description, WaitCircle circle) => Svg.Picture(
        new PlotText(id, title, description),
        Width,
        Height,
        circle.Waits.Index().Select(wait => Arrow(circle, wait.Index)),
        circle.Waits.Index().Select(wait => Unit(circle, wait.Index)),
        circle.Waits.Count <= MostNamed ? null : Svg.Text("note middle", Width / 2, (Height / 2) + 4, $"{circle.Waits.Count} units"));

    private static XElement Unit(WaitCircle circle, int number)
    {
        var (x, y) = At(circle, number, Ring);
        var (labelX, labelY) = At(circle, number, LabelRing);
        var side = Math.Abs(labelX - (Width / 2)) < Ring / 4 ? "middle" : labelX < Width / 2 ? "end" : "start";
        var room = RadiusIn(circle);
        return Svg.Group(
            Words(circle.Waits[number]),
            Svg.Path("unit", $"M{Svg.Number(x - room)} {Svg.Number(y)}{HalfRound(room)}{HalfRound(-room)}z"),
            circle.Waits.Count <= MostNamed ? Svg.Text($"label {side}", labelX, labelY + 4, circle.Waits[number].Unit) : null);
    }

    /// <summary>To the next one, which holds what this one waits for.</summary>
    private static XElement Arrow(WaitCircle circle, int number)
    {
        var (fromX, fromY) = At(circle, number, Ring);
        var (toX, toY) = At(circle, number + 1, Ring);
        var length = Math.Max(1, Math.Sqrt(((toX - fromX) * (toX - fromX)) + ((toY - fromY) * (toY - fromY))));
        var (alongX, alongY) = ((toX - fromX) / length, (toY - fromY) / length);
        var head = Math.Min(ArrowHead, length / 3);
        var behind = head + RadiusIn(circle);
        var (baseX, baseY) = (toX - (alongX * behind), toY - (alongY * behind));
        var (labelX, labelY) = At(circle, number + 0.5, InnerLabels);
        return Svg.Group(
            Words(circle.Waits[number]),
            Svg.Line("axis", fromX, fromY, baseX, baseY),
            Svg.Path("unit", Triangle(baseX, baseY, alongX * head, alongY * head)),
            circle.Waits.Count <= MostNamed ? Svg.Text("tick middle", labelX, labelY + 4, circle.Waits[number].Awaited) : null);
    }

    private static double RadiusIn(WaitCircle circle) => circle.Waits.Count <= MostNamed ? Dot : SmallDot;

    private static string HalfRound(double radius) => $"a{Svg.Number(Math.Abs(radius))} {Svg.Number(Math.Abs(radius))} 0 1 0 {Svg.Number(2 * radius)} 0";

    /// <summary>The head of an arrow, from the middle of its base along itself.</summary>
    private static string Triangle(double x, double y, double alongX, double alongY) =>
        $"M{Svg.Number(x + alongX)} {Svg.Number(y + alongY)}" +
        $"L{Svg.Number(x - (alongY / 2))} {Svg.Number(y + (alongX / 2))}L{Svg.Number(x + (alongY / 2))} {Svg.Number(y - (alongX / 2))}z";

    private static string Words(CircularWait wait) => $"{wait.Unit} waits for {wait.Awaited} of {wait.HeldBy}";

    /// <summary>The first one stands at the top, the others follow clockwise.</summary>
    private static (double X, double Y) At(WaitCircle circle, double number, double radius)
    {
        var angle = (2 * Math.PI * number / circle.Waits.Count) - (Math.PI / 2);
        return ((Width / 2) + (radius * Math.Cos(angle)), (Height / 2) + (radius * Math.Sin(angle)));
    }
}
