using System.Globalization;

namespace Interleave.Client.Telemetry.Waterfalls;

/// <summary>A duration in three digits and the unit that suits it, written and read.</summary>
internal static class DurationText
{
    private static readonly (string Unit, double Seconds)[] Units = [("us", 1e-6), ("µs", 1e-6), ("ms", 1e-3), ("s", 1)];

    public static string Of(TimeSpan duration)
    {
        var (unit, seconds) = duration.TotalSeconds switch
        {
            < 1e-3 => ("µs", 1e-6),
            < 1 => ("ms", 1e-3),
            _ => ("s", 1.0),
        };
        var value = duration.TotalSeconds / seconds;
        return value.ToString(value >= 100 ? "0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture) + " " + unit;
    }

    /// <summary>Reads <c>10ms</c>, <c>1.5 s</c>, <c>200us</c>; null for anything else.</summary>
    public static TimeSpan? Parse(string text)
    {
        foreach (var (unit, seconds) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(
                    text[..^unit.Length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value)
                && value * seconds < TimeSpan.MaxValue.TotalSeconds)
            {
                return TimeSpan.FromTicks((long)Math.Round(value * seconds * TimeSpan.TicksPerSecond));
            }
        }

        return null;
    }
}
