using System.Globalization;
using System.Xml.Linq;

namespace Interleave.Client.Reporting.Plots;

/// <summary>The few SVG elements that the plots are made of.</summary>
internal static class Svg
{
    private static readonly XNamespace Names = "http://www.w3.org/2000/svg";

    /// <summary>A picture that says in words what it shows.</summary>
    public static XElement Picture(PlotText text, double width, double height, params object?[] content) => new(
        Names + "svg",
        new XAttribute("viewBox", $"0 0 {Number(width)} {Number(height)}"),
        new XAttribute("role", "img"),
        new XAttribute("aria-labelledby", $"{text.Id}-title {text.Id}-desc"),
        new XAttribute("class", "plot"),
        new XElement(Names + "title", new XAttribute("id", $"{text.Id}-title"), text.Title),
        new XElement(Names + "desc", new XAttribute("id", $"{text.Id}-desc"), text.Description),
        content);

    /// <summary>A picture without words, which takes whatever room it is given; what it is part of says what it shows.</summary>
    public static XElement Stretched(double width, double height, params object?[] content) => new(
        Names + "svg",
        new XAttribute("viewBox", $"0 0 {Number(width)} {Number(height)}"),
        new XAttribute("preserveAspectRatio", "none"),
        new XAttribute("aria-hidden", "true"),
        content);

    /// <summary>Elements with one tool tip.</summary>
    public static XElement Group(string tip, params object?[] content) => new(Names + "g", new XElement(Names + "title", tip), content);

    public static XElement Line(string kind, double x1, double y1, double x2, double y2) => new(
        Names + "line", Kind(kind), At("x1", x1), At("y1", y1), At("x2", x2), At("y2", y2));

    public static XElement Rectangle(string kind, double x, double y, double width, double height, params object?[] attributes) => new(
        Names + "rect", Kind(kind), At("x", x), At("y", y), At("width", Math.Max(width, 0)), At("height", height), attributes);

    public static XElement Path(string kind, string data, params object?[] attributes) => new(
        Names + "path", Kind(kind), new XAttribute("d", data), attributes);

    public static XElement Text(string kind, double x, double y, string text) => new(
        Names + "text", Kind(kind), At("x", x), At("y", y), text);

    /// <summary>The model's colour: the page's style sheet knows the class, a picture on its own has the attribute.</summary>
    public static XAttribute[] Filled(string model) => [new("data-model", model), new("fill", ModelColours.Of(model).Light)];

    public static XAttribute[] Stroked(string model) => [new("data-model", model), new("stroke", ModelColours.Of(model).Light)];

    public static XAttribute MovedTo(double x, double y) => new("transform", $"translate({Number(x)} {Number(y)})");

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static XAttribute At(string name, double value) => new(name, Number(value));

    private static XAttribute Kind(string kind) => new("class", kind);
}
