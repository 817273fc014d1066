using System.Globalization;
using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Html;

/// <summary>Counts and times in words.</summary>
internal static class Words
{
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Count(long count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";

    /// <summary>Says the unit once where both ends share it.</summary>
    public static string Interval(double low, double high, string unit)
    {
        var (from, to) = (Quantity.Format(low, unit), Quantity.Format(high, unit));
        var at = to.IndexOf(' ', StringComparison.Ordinal);
        return at > 0 && from.EndsWith(to[at..], StringComparison.Ordinal) ? $"{from[..^(to.Length - at)]} – {to}" : $"{from} – {to}";
    }

    public static string Moment(DateTimeOffset time) => time.ToUniversalTime().ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A metric's or a check's name without its hyphens.</summary>
    public static string Spoken(string name) => name.Replace('-', ' ');
}
