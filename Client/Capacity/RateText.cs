using System.Globalization;

namespace Interleave.Client.Capacity;

/// <summary>A rate as people read it: <c>1,900/s</c>.</summary>
internal static class RateText
{
    public static string Of(double rate) => string.Create(CultureInfo.InvariantCulture, $"{(rate < 10 ? Math.Round(rate, 2) : Math.Round(rate)):#,0.##}/s");
}
