using Interleave.Client.Recording;
using System.Globalization;

namespace Interleave.Client.Reporting.Html;

/// <summary>Counts and times in words.</summary>
internal static class Words
{
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Count(long count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";

    public static string Interval(double low, double high, string unit) => $"{Quantity.Format(low, unit)} – {Quantity.Format(high, unit)}";

    public static string Moment(DateTimeOffset time) => time.ToUniversalTime().ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A metric's or a check's name without its hyphens.</summary>
    public static string Spoken(string name) => name.Replace('-', ' ');
}
