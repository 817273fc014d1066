using System.Globalization;

namespace Interleave.Client.Reporting;

/// <summary>How a model looks wherever it is drawn: one colour, and one dash and one mark for those who do not see colours.</summary>
/// <param name="Light">On a light ground, at least 3 : 1 against it.</param>
/// <param name="Dark">On a dark ground, at least 3 : 1 against it.</param>
/// <param name="Dash">As SVG's <c>stroke-dasharray</c>; empty for a full line.</param>
/// <param name="Mark">A path around (0, 0), about eight units wide; every step after the first is relative.</param>
/// <remarks>After the palette of Okabe and Ito, which stays apart under the common kinds of colour blindness; darkened or lightened for contrast.</remarks>
internal sealed record ModelColours(string Model, string Light, string Dark, string Dash, string Mark)
{
    private const string Circle = "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z";
    private const string Square = "M-3.5 -3.5h7v7h-7z";
    private const string Triangle = "M0 -4.5l4.5 8h-9z";
    private const string Diamond = "M0 -5l5 5l-5 5l-5 -5z";
    private const string Pentagon = "M0 -4.8l4.6 3.3l-1.8 5.4h-5.6l-1.8 -5.4z";
    private const string Plus = "M-1.6 -4.6h3.2v3h3v3.2h-3v3h-3.2v-3h-3v-3.2h3z";
    private const string Wedge = "M0 4.5l-4.5 -8h9z";

    private static readonly ModelColours Unknown = new("", "#6b7280", "#9ca3af", "1 3", Circle);

    public static IReadOnlyList<ModelColours> All { get; } =
    [
        new("threads", "#56606e", "#aeb8c4", "", Circle),
        new("pool", "#2f8fc4", "#7cc8f2", "2 3", Wedge),
        new("tasks", "#00609c", "#4fa3e3", "7 3", Square),
        new("loop", "#b07400", "#e9ae3c", "7 3 2 3", Triangle),
        new("gil", "#c24a00", "#f58549", "3 3", Pentagon),
        new("processes", "#a34c86", "#dd94c2", "11 4", Plus),
        new("grains", "#00875f", "#35c497", "5 2", Diamond),
    ];

    /// <summary>The mark around another point.</summary>
    public string MarkAt(double x, double y)
    {
        var end = Mark.AsSpan(1).IndexOfAnyInRange('a', 'z') + 1;
        var start = Mark[1..end].Split(' ');
        return string.Create(CultureInfo.InvariantCulture, $"M{Coordinate(start[0], x):0.#} {Coordinate(start[1], y):0.#}{Mark.AsSpan(end)}");
    }

    /// <summary>Where a model stands in every table and plot; one that this version does not know comes last.</summary>
    public static int Position(string model) =>
        All.Index().Where(colours => colours.Item.Model == model).Select(colours => colours.Index).FirstOrDefault(int.MaxValue);

    public static ModelColours Of(string model) => All.FirstOrDefault(colours => colours.Model == model, Unknown);

    private static double Coordinate(string relative, double at) => double.Parse(relative, CultureInfo.InvariantCulture) + at;
}
