using System.Globalization;
using System.Text.RegularExpressions;

namespace Interleave.Client.Reporting.Html;

/// <summary>Variants whose names differ in one number only, such as <c>64 By</c> and <c>256 By</c>: a line can be drawn over it.</summary>
/// <param name="Pattern">The name with <c>N</c> for the number.</param>
internal sealed partial record Sweep(string Pattern, IReadOnlyList<(string Variant, double Number)> Steps)
{
    private const int FewestSteps = 3;

    public static IReadOnlyList<Sweep> Among(IEnumerable<string> variants) =>
    [
        .. variants.Distinct().SelectMany(Readings)
            .GroupBy(reading => reading.Pattern)
            .Select(family => new Sweep(family.Key, [.. family.Select(reading => (reading.Variant, reading.Number)).OrderBy(step => step.Number)]))
            .Where(sweep => sweep.Steps.Select(step => step.Number).Distinct().Count() >= FewestSteps),
    ];

    /// <summary>Each number of a name in turn may be the one that is swept.</summary>
    private static IEnumerable<(string Pattern, string Variant, double Number)> Readings(string variant) =>
        Digits().Matches(variant).Select(match => (
            $"{variant[..match.Index]}N{variant[(match.Index + match.Length)..]}",
            variant,
            double.Parse(match.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"\d+(,\d{3})*(\.\d+)?")]
    private static partial Regex Digits();
}
