using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Records;
using MathNet.Numerics.Statistics;

namespace Interleave.Client.Judging.Comparing;

/// <summary>A metric in the rounds of two runs, which have nothing but the plan in common.</summary>
/// <remarks>
/// The rules of a verdict within a run, where each round has a partner, are not enough here: every figure of a run is looked at, and a single one that
/// errs makes the comparison err. So the two intervals must lie apart, by twice as much as two launches of the same program differ.
/// </remarks>
internal sealed record UnpairedRounds(IReadOnlyList<LaunchValue> Before, IReadOnlyList<LaunchValue> After)
{
    private const double LaunchSpreads = 2;

    public static UnpairedRounds Of(string metric, IEnumerable<Trial> before, IEnumerable<Trial> after) =>
        new(ValuesOf(metric, before), ValuesOf(metric, after));

    /// <summary>1 where the later figure is larger beyond noise, -1 where it is smaller; null where nothing shows that it changed.</summary>
    public int? Direction(PlannedMetric metric)
    {
        if (Math.Min(Before.Count, After.Count) < Verdicts.FewestRounds)
        {
            return null;
        }

        return IsBelow(Before, After, metric) ? 1 : IsBelow(After, Before, metric) ? -1 : null;
    }

    /// <summary>Whether all of one interval lies below all of the other, with more between them than noise may put there, and so do all launches.</summary>
    private static bool IsBelow(IReadOnlyList<LaunchValue> lower, IReadOnlyList<LaunchValue> upper, PlannedMetric metric)
    {
        var (low, high) = (EstimateOf(lower), EstimateOf(upper));
        var launches = Math.Min(LaunchesOf(lower).Count, LaunchesOf(upper).Count);
        return high.Low - low.High > metric.Resolution
            && high.Low > low.High * (1 + (LaunchSpreads * metric.LaunchSpread / launches))
            && Verdicts.IsBeyond(high.Median / low.Median, Verdicts.Negligible)
            && LaunchesOf(upper).Min() > LaunchesOf(lower).Max();
    }

    private static Estimate EstimateOf(IReadOnlyList<LaunchValue> rounds) => Estimate.OfMedian([.. rounds.Select(round => round.Value)]);

    private static List<double> LaunchesOf(IReadOnlyList<LaunchValue> rounds) =>
        [.. rounds.GroupBy(round => round.Launch, round => round.Value).Select(launch => launch.Median())];

    private static List<LaunchValue> ValuesOf(string metric, IEnumerable<Trial> trials) =>
        [.. trials.Where(trial => trial.Metrics.ContainsKey(metric)).Select(trial => new LaunchValue(trial.Launch, trial.Metrics[metric]))];
}
