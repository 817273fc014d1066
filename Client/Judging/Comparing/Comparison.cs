using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Judging.Comparing;

/// <summary>What changed from one run to another.</summary>
/// <param name="Changes">A row for each figure that ranks; those that say the same in other words are left out.</param>
internal sealed record Comparison(IReadOnlyList<Change> Changes)
{
    public IEnumerable<Change> BeyondNoise => Changes.Where(change => change.BeyondNoise);

    /// <param name="scenarios">Those whose figures over several variants are compared too.</param>
    public static Comparison Of(Run before, Run after, IReadOnlyList<IScenario> scenarios)
    {
        var metrics = before.Plan.Metrics.ToDictionary(metric => (metric.Scenario, metric.Name));
        var (earlier, later) = (new SortedTrials(before, scenarios), new SortedTrials(after, scenarios));
        var results = after.Results.ToDictionary(Key);
        return new Comparison(
        [
            .. from result in before.Results
               let metric = metrics[(result.Scenario, result.Metric)]
               where metric.Better != Better.Neither && metric.DerivedFrom is null
               select new Change(
                   result,
                   results.GetValueOrDefault(Key(result)),
                   Direction(metric, earlier.Sound(result.Scenario, result.Variant, result.Model), later.Sound(result.Scenario, result.Variant, result.Model))),
        ]);
    }

    public IEnumerable<Change> Regressions(double tolerance) => Changes.Where(change => change.IsRegression(tolerance));

    private static int? Direction(PlannedMetric metric, IEnumerable<Trial> before, IEnumerable<Trial> after) => metric.Exposure is null
        ? UnpairedRounds.Of(metric.Name, before, after).Direction(metric)
        : RateRounds.Of(metric, before) is { } rate && RateRounds.Of(metric, after) is { } later
            ? Verdicts.SideOf(later.Rate.Estimate, rate.Rate.Estimate.Low, rate.Rate.Estimate.High)
            : null;

    private static (string Scenario, string Variant, string Model, string Metric) Key(Result result) =>
        (result.Scenario, result.Variant, result.Model, result.Metric);
}
