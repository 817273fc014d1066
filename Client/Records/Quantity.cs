using System.Globalization;

namespace Interleave.Client.Records;

/// <summary>Writes a figure as people read it: three significant digits, a fitting prefix.</summary>
internal static class Quantity
{
    /// <summary>A part of 1, read as per cent.</summary>
    public const string Share = "{share}";

    private static readonly (double Factor, string Unit)[] Times = [(1, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns")];

    private static readonly (double Factor, string Unit)[] Sizes = [(1L << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB"), (1, "B")];

    /// <param name="unit">UCUM-style, as in <c>run.json</c>: <c>s</c>, <c>ns</c>, <c>By</c>, <c>{op}/s</c>, <c>1</c>, <c>{share}</c>.</param>
    public static string Format(double value, string unit) => unit switch
    {
        _ when double.IsNaN(value) => "not measured",
        "s" => Scaled(value, Times),
        "ms" => Scaled(value / 1e3, Times),
        "ns" => Scaled(value / 1e9, Times),
        "By" => Scaled(value, Sizes),
        "By/s" => $"{Scaled(value, Sizes)}/s",
        "1" => Number(value),
        Share => $"{Number(value * 100)} %",
        _ when Counted(unit) is { } counted => Rate(value, counted.Event, counted.Occasion),
        ['{', .. var thing, '}'] => Plural(Number(value), thing),
        _ => $"{Number(value)} {unit.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)}",
    };

    /// <summary>A result as people read it. Rare events are a share of their occasions; where none was seen, it says on how many.</summary>
    public static string Format(Result result) => (result.Events, Counted(result.Unit)) switch
    {
        (0, { } counted) => $"none in {Plural(Number(result.Occasions ?? 0), counted.Occasion)}",
        (not null, _) => result.Median >= 0.01 ? Format(result.Median, Share) : $"{Number(result.Median * 1e6)} in a million",
        _ => Format(result.Median, result.Unit),
    };

    /// <summary>A unit as people write it: <c>bytes</c>, <c>op/s</c>; nothing for plain numbers.</summary>
    public static string NameOf(string unit) => unit switch
    {
        "1" => "",
        "By" => "bytes",
        "By/s" => "bytes/s",
        "us" => "µs",
        Share => "%",
        _ when Counted(unit) is { } counted => $"{Plural(counted.Event)} per {counted.Occasion}",
        ['{', .. var thing, '}'] => Plural(thing),
        _ => unit.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal),
    };

    /// <summary>A ratio to the baseline: <c>×1.02</c>.</summary>
    public static string Ratio(double? ratio) => ratio is { } number && double.IsFinite(number) ? $"×{Number(number)}" : "–";

    public static string Number(double value)
    {
        var magnitude = Math.Abs(value);
        var format = magnitude switch
        {
            0 => "0",
            >= 100 => "#,0",
            >= 10 => "0.0",
            >= 0.1 => "0.00",
            >= 0.001 => "0.0000",
            _ => "0.##e0",
        };
        return value == Math.Floor(value) && magnitude < 100
            ? value.ToString("0", CultureInfo.InvariantCulture)
            : value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>What the unit of a rate of counted things counts: <c>{update}/{step}</c>.</summary>
    private static (string Event, string Occasion)? Counted(string unit) =>
        unit.Split("}/{") is [['{', .. var happening], [.. var occasion, '}']] ? (happening, occasion) : null;

    private static string Rate(double value, string happening, string occasion) => value is 0 or >= 0.01
        ? $"{Plural(Number(value), happening)} per {occasion}"
        : $"{Plural(Number(value * 1e6), happening)} per million {Plural("", occasion).TrimStart()}";

    private static string Plural(string number, string thing) =>
        number == "1" ? $"1 {thing}" : $"{number} {Plural(thing)}";

    private static string Plural(string thing) => thing.EndsWith("ch", StringComparison.Ordinal) ? $"{thing}es" : $"{thing}s";

    private static string Scaled(double value, (double Factor, string Unit)[] scale)
    {
        if (value == 0)
        {
            return $"0 {scale.Single(step => step.Factor == 1).Unit}";
        }

        var (factor, unit) = scale.FirstOrDefault(step => Math.Abs(value) >= step.Factor, scale[^1]);
        return $"{Number(value / factor)} {unit}";
    }
}
