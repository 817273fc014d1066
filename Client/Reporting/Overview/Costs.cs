using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Overview;

/// <summary>What the models of one variant cost, from the least to the most: memory, threads, processor time and context switches.</summary>
internal static class Costs
{
    // A difference below this decides nothing for anybody, whatever its ratio.
    private static readonly Dictionary<string, double> Trivial = new()
    {
        [CommonMetrics.Memory.Name] = 1 << 20,
        [CommonMetrics.Threads.Name] = 8,
        [CommonMetrics.CpuTime.Name] = 0.02,
        [CommonMetrics.ContextSwitches.Name] = 200,
    };

    public static IReadOnlyList<Metric> Metrics { get; } = [CommonMetrics.Memory, CommonMetrics.Threads, CommonMetrics.CpuTime, CommonMetrics.ContextSwitches];

    public static bool AreTrivial(string metric, double one, double other) => Trivial.TryGetValue(metric, out var least) && Math.Abs(one - other) < least;

    /// <summary>Of models that do as well as the baseline, what one of them saves most; null where none saves anything worth a choice.</summary>
    public static string? StrongestSaving(RunFigures figures, IEnumerable<Contrast> alike) => (
        from contrast in alike
        from metric in Metrics
        let cost = figures.Contrast(contrast.Scenario, contrast.Variant, contrast.Model, metric.Name)
        where cost is { Verdict: Verdict.Better }
        let own = figures.ResultOf(cost)
        let other = figures.BaselineOf(cost)
        where own is not null && other is not null && !AreTrivial(metric.Name, own.Median, other.Median)
        orderby cost.Strength() descending
        select $"{cost.Model} {(cost.Model.EndsWith('s') ? "need" : "needs")} {Figure(own)}{(own.Unit.StartsWith('{') ? "" : " of")} " +
            $"{NounOf(metric)} instead of {Figure(other)}")
        .FirstOrDefault();

    public static string NounOf(Metric metric) => metric.Wording?.Noun ?? metric.Name.Replace('-', ' ');

    /// <summary>One line for all models; null where no cost was measured.</summary>
    public static string? InOneLine(RunFigures figures, string scenario, string variant)
    {
        var parts = Metrics.Select(metric => Range(metric, [.. Measured(figures, scenario, variant, metric)])).OfType<string>().ToList();
        return parts.Count == 0 ? null : $"costs: {string.Join("; ", parts)}";
    }

    /// <summary>Without the unit where the metric is named after what it counts.</summary>
    public static string Figure(Result result) => Quantity.Format(result.Median, result.Unit.StartsWith('{') ? "1" : result.Unit);

    private static IEnumerable<Result> Measured(RunFigures figures, string scenario, string variant, Metric metric) =>
        figures.Models.Select(model => figures.Result(scenario, variant, model, metric.Name)).OfType<Result>();

    private static string? Range(Metric metric, IReadOnlyList<Result> results)
    {
        if (results.Count == 0)
        {
            return null;
        }

        var name = NounOf(metric);
        var (least, most) = (results.MinBy(result => result.Median)!, results.MaxBy(result => result.Median)!); // There is at least one.
        return AreTrivial(metric.Name, least.Median, most.Median) || least == most
            ? $"{name} {(least.Median == most.Median ? "" : "at most ")}{Figure(most)}"
            : $"{name} {Figure(least)} ({least.Model}) to {Figure(most)} ({most.Model})";
    }
}
