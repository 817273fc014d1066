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
        "1" => Number(value),
        Share => $"{Number(value * 100)} %",
        ['{', .. var thing, '}'] => Counted(Number(value), thing),
        _ => $"{Number(value)} {unit.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)}",
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
        return value == Math.Floor(value) && magnitude < 100 ? value.ToString("0", CultureInfo.InvariantCulture) : value.ToString(format, CultureInfo.InvariantCulture);
    }

    private static string Counted(string number, string thing) =>
        number == "1" ? $"1 {thing}" : $"{number} {thing}{(thing.EndsWith("ch", StringComparison.Ordinal) ? "es" : "s")}";

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
