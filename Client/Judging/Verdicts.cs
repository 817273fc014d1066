using Interleave.Client.Measuring.Statistics;
using Interleave.Client.Records;

namespace Interleave.Client.Judging;

/// <summary>Decides what rounds say of a model against the baseline.</summary>
/// <remarks>
/// Better or worse needs six rounds, the whole interval on one side and not nearer than <see cref="Nearest"/>, a median that differs by more than
/// <see cref="Negligible"/> and by more than can be told apart, and every launch on the same side. The same needs the whole interval within what is
/// negligible, or the median where the difference is too small to be told from none. All else is undecided.
/// </remarks>
internal static class Verdicts
{
    /// <summary>Figures whose ratio is this near to one are the same to anybody who must choose.</summary>
    public const double Negligible = 0.05;

    /// <summary>An interval that comes this near to one does not rule out that there is no difference.</summary>
    public const double Nearest = 0.01;

    public const int FewestRounds = OrderStatistics.FewestForConfidence;

    public static Verdict Of(IComparedRounds rounds, PlannedMetric metric)
    {
        var direction = rounds.Count < FewestRounds ? null : rounds.Direction(metric);
        return direction switch
        {
            null => Verdict.Undecided,
            0 => Verdict.Same,
            > 0 => metric.Better == Better.Higher ? Verdict.Better : Verdict.Worse,
            < 0 => metric.Better == Better.Higher ? Verdict.Worse : Verdict.Better,
        };
    }

    /// <summary>What may decide what these rounds leave open, or why nothing will.</summary>
    public static string Needed(IComparedRounds rounds, PlannedMetric metric, Profile profile) => rounds.Count < FewestRounds
        ? $"a verdict needs at least {FewestRounds} rounds"
        : rounds.IsBelowResolution(metric)
        ? $"{metric.Name.Replace('-', ' ')} differs by no more than {Quantity.Format(metric.Resolution, metric.Unit)}, too little to be told from none"
        : profile switch
        {
            Profile.Quick => "undecided here; `--profile standard` may decide it",
            Profile.Standard => "undecided here; `--profile thorough` may decide it",
            _ => "undecided here, even with the profile thorough: do not choose by it",
        };

    /// <summary>Whether a ratio, with all of its interval, is too near to one to choose by.</summary>
    public static bool IsNegligible(Estimate ratio) => ratio.IsWithin(1 / (1 + Negligible), 1 + Negligible);

    /// <summary>Whether a ratio differs from one by more than this.</summary>
    public static bool IsBeyond(double ratio, double tolerance) => ratio < 1 / (1 + tolerance) || ratio > 1 + tolerance;

    /// <summary>On which side of these bounds all of the interval lies.</summary>
    public static int? SideOf(Estimate estimate, double low, double high) => estimate.Low > high ? 1 : estimate.High < low ? -1 : null;
}
