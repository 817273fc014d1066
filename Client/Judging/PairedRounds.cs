using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Records;
using MathNet.Numerics.Statistics;

namespace Interleave.Client.Judging;

/// <summary>A metric of one model against that of the baseline, round by round: a disturbance that hits both cancels out.</summary>
/// <param name="Pairs">At least one.</param>
internal sealed record PairedRounds(IReadOnlyList<RoundPair> Pairs) : IComparedRounds
{
    public Estimate Difference { get; } = Estimate.OfMedian([.. Pairs.Select(pair => pair.Difference)]);

    /// <summary>Null where there is none: a figure is negative, or too many rounds of the baseline show nothing to divide by.</summary>
    public Estimate? Ratio { get; } = RatioOf(Pairs);

    public int Count => Pairs.Count;

    public int Disturbed => Pairs.Count(pair => pair.Disturbed);

    private int Launches => Pairs.Select(pair => pair.Launches).Distinct().Count();

    /// <summary>Null where the two share no round in which both have the metric.</summary>
    public static PairedRounds? Of(string metric, IEnumerable<Trial> model, IEnumerable<Trial> baseline)
    {
        var pairs = model
            .Join(baseline, trial => trial.Round, trial => trial.Round, (trial, other) => (Trial: trial, Other: other))
            .Where(pair => pair.Trial.Metrics.ContainsKey(metric) && pair.Other.Metrics.ContainsKey(metric))
            .Select(pair => new RoundPair(
                pair.Trial.Metrics[metric], pair.Other.Metrics[metric], (pair.Trial.Launch, pair.Other.Launch), pair.Trial.Disturbed || pair.Other.Disturbed))
            .ToList();
        return pairs.Count == 0 ? null : new PairedRounds(pairs);
    }

    public bool IsBelowResolution(PlannedMetric metric) => Difference.IsWithin(-metric.Resolution, metric.Resolution);

    public int? Direction(PlannedMetric metric)
    {
        if (Ratio is { } near && Verdicts.IsNegligible(near))
        {
            return 0;
        }

        if (IsBelowResolution(metric))
        {
            // Twice as much is not the same, though nobody can tell it from noise: only what looks alike is called alike.
            return Ratio is { } apart && Verdicts.IsBeyond(apart.Median, Verdicts.Negligible) ? null : 0;
        }

        var direction = Ratio is { } ratio
            ? DirectionOf(ratio, metric)
            : Verdicts.SideOf(Difference, -metric.Resolution, metric.Resolution); // Nothing to divide by: the difference itself must be larger than nothing.
        return direction is { } side && EveryLaunchLies(side) ? side : null;
    }

    private int? DirectionOf(Estimate ratio, PlannedMetric metric)
    {
        var tolerance = Math.Max(Verdicts.Negligible, metric.LaunchSpread / Launches);
        return Verdicts.IsBeyond(ratio.Median, tolerance) && Math.Abs(Difference.Median) > metric.Resolution
            ? Verdicts.SideOf(ratio, 1 / (1 + Verdicts.Nearest), 1 + Verdicts.Nearest)
            : null;
    }

    /// <summary>Whether the median of every launch lies on this side: rounds of one launch agree with each other more than they should.</summary>
    private bool EveryLaunchLies(int direction) => Pairs
        .GroupBy(pair => pair.Launches, pair => pair.Difference)
        .All(launch => Math.Sign(launch.Median()) == direction);

    private static Estimate? RatioOf(IReadOnlyList<RoundPair> pairs)
    {
        if (pairs.Any(pair => pair.Value < 0 || pair.Baseline < 0))
        {
            return null;
        }

        var ratio = Estimate.OfMedian([.. pairs.Select(pair => pair.Ratio)]);
        return double.IsFinite(ratio.High) ? ratio : null;
    }
}
