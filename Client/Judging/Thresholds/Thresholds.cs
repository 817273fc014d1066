using Interleave.Client.Records;

namespace Interleave.Client.Judging.Thresholds;

/// <summary>Holds a run against its thresholds.</summary>
internal static class Thresholds
{
    /// <summary>Reads all of <c>--expect</c>; every fault adds a line to <paramref name="faults"/>.</summary>
    public static IReadOnlyList<Threshold> Read(IEnumerable<string> texts, Plan plan, Faults faults) =>
        [.. texts.Select(text => Threshold.Read(text, plan, faults)).OfType<Threshold>()];

    /// <summary>A check for each figure that a threshold speaks of; one that was never soundly measured fails.</summary>
    public static IEnumerable<Check> Judge(IReadOnlyList<Threshold> thresholds, Run run) =>
        thresholds.SelectMany(threshold => Judge(threshold, run));

    private static IEnumerable<Check> Judge(Threshold threshold, Run run)
    {
        var figures = run.Results
            .Where(result => (result.Scenario, result.Model, result.Metric) == (threshold.Scenario, threshold.Model, threshold.Metric))
            .Where(result => threshold.Variant is null || result.Variant == threshold.Variant)
            .ToList();
        return figures.Count == 0
            ? [Of(threshold.Variant ?? "every variant", 0, measured: false)]
            : figures.Select(figure => Of(figure.Variant, figure.Median, figure.Rounds > 0));

        Check Of(string variant, double figure, bool measured) => new(
            threshold.Scenario, variant, threshold.Model, 0, $"expected {threshold.Text}{(measured ? "" : ", which was not measured")}", threshold.Limit,
            figure, measured && threshold.Allows(figure));
    }
}
