using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Records;

namespace Interleave.Client.Judging;

/// <summary>How often rare events happened to one model against the baseline, over all rounds together.</summary>
internal sealed record PairedRates(RateRounds Model, RateRounds Baseline, int Disturbed) : IComparedRounds
{
    private readonly Estimate _ratio = Model.Rate.Over(Baseline.Rate);

    public int Count => Math.Min(Model.Rounds.Count, Baseline.Rounds.Count);

    public Estimate? Ratio => double.IsFinite(_ratio.High) ? _ratio : null;

    /// <summary>Null where one of the two had no occasion.</summary>
    public static PairedRates? Of(PlannedMetric metric, IEnumerable<Trial> model, IEnumerable<Trial> baseline)
    {
        List<Trial> own = [.. model], others = [.. baseline];
        return RateRounds.Of(metric, own) is { } rounds && RateRounds.Of(metric, others) is { } otherRounds
            ? new PairedRates(rounds, otherRounds, own.Concat(others).Where(trial => trial.Disturbed).Select(trial => trial.Round).Distinct().Count())
            : null;
    }

    /// <remarks>Events are counted, each of them.</remarks>
    public bool IsBelowResolution(PlannedMetric metric) => false;

    /// <remarks>Where none was seen on either side the interval is unbounded, and so is what may yet be found: that is never the same.</remarks>
    public int? Direction(PlannedMetric metric)
    {
        if (Verdicts.IsNegligible(_ratio))
        {
            return 0;
        }

        return Verdicts.SideOf(_ratio, 1, 1) is { } side && Verdicts.IsBeyond(_ratio.Median, Verdicts.Negligible) && NoLaunchLies(-side) ? side : null;
    }

    private bool NoLaunchLies(int direction)
    {
        var others = Baseline.OfLaunches();
        return Model.OfLaunches().All(launch => !others.TryGetValue(launch.Key, out var other) || Math.Sign(launch.Value.CompareTo(other)) != direction);
    }
}
