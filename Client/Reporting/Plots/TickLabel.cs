using Interleave.Client.Records;
namespace Interleave.Client.Reporting.Plots;

/// <summary>A tick's figure, as short as it can be; the axis title carries the unit where the figure does not.</summary>
internal static class TickLabel
{
    public static string Of(double value, string unit) => unit switch
    {
        "s" or "ms" or "ns" or "By" or Quantity.Share => Quantity.Format(value, unit),
        _ => Math.Abs(value) switch
        {
            >= 1e9 => $"{Quantity.Number(value / 1e9)} G",
            >= 1e6 => $"{Quantity.Number(value / 1e6)} M",
            >= 1e4 => $"{Quantity.Number(value / 1e3)} k",
            _ => Quantity.Number(value),
        },
    };
}
