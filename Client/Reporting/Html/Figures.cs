using System.Xml.Linq;
using Interleave.Client.Records;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>A median with its interval, and what must be known to read it.</summary>
internal static class Figures
{
    public static string Median(Result result) => result.Events is null ? Quantity.Format(result.Median, Unit(result)) : Quantity.Format(result);

    public static string Interval(Result result) => Words.Interval(result.Low, result.High, Unit(result));

    /// <summary>What must be known of the rounds behind a model's figures; nothing where all were sound and quiet.</summary>
    public static IEnumerable<XElement> Rounds(IReadOnlyList<Result> results)
    {
        var (failed, disturbed) = (results.Max(result => result.Failed), results.Max(result => result.Disturbed));
        if (failed > 0)
        {
            var sound = results.Min(result => result.Rounds);
            yield return Tag("small.bad", sound == 0 ? "every round failed" : $"{sound} of {sound + failed} rounds counted");
        }

        if (disturbed > 0)
        {
            yield return Tag("small.warn", $"{Words.Count(disturbed, "round", "rounds")} disturbed");
        }
    }

    /// <summary>A count of what the metric is named after, such as threads, needs no unit.</summary>
    private static string Unit(Result result) =>
        result.Unit is not Quantity.Share and ['{', .. var counted, '}'] && result.Metric.Contains(counted, StringComparison.Ordinal) ? "1" : result.Unit;
}
