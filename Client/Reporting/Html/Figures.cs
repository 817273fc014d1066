using System.Xml.Linq;
using Interleave.Client.Measuring;
using Interleave.Client.Recording;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>A median with its interval, and what must be known to read it.</summary>
internal static class Figures
{
    /// <summary>Whether a metric is the scenario's own, not one that every trial has.</summary>
    public static bool IsOwn(ScenarioNotes scenario, Result result) => IsOwn(scenario, result.Metric);

    public static bool IsOwn(ScenarioNotes scenario, string metric) =>
        scenario.Metrics.ContainsKey(metric) || (scenario.Metrics.Count == 0 && CommonMetrics.All.All(common => common.Name != metric));

    public static XElement Of(Result result) => Tag(
        "span.figure",
        Tag("b", Quantity.Format(result.Median, result.Unit)),
        result.Low == result.High ? null : Tag("small", Words.Interval(result.Low, result.High, result.Unit)),
        result.Rounds == 0 ? Tag("small.bad", "every round failed") : null,
        result is { Rounds: > 0, Failed: > 0 } ? Tag("small.bad", $"{result.Rounds} of {result.Rounds + result.Failed} rounds counted") : null,
        result.Disturbed > 0 ? Tag("small.warn", $"{Words.Count(result.Disturbed, "round", "rounds")} disturbed") : null);
}
