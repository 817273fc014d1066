using Interleave.Client.Records;

namespace Interleave.Client.Judging.Comparing;

/// <summary>A figure of one run beside the same figure of another.</summary>
/// <param name="After">Null where the later run does not hold it.</param>
/// <param name="Direction">1 where the later figure is larger beyond noise, -1 where it is smaller; null where nothing shows that it changed.</param>
internal sealed record Change(Result Before, Result? After, int? Direction)
{
    /// <summary>Null where there was none before to divide by.</summary>
    public double? Ratio => After is null || Before.Median == 0 ? null : After.Median / Before.Median;

    /// <summary>Whether the figure changed, or one of the runs has no sound figure at all.</summary>
    public bool BeyondNoise => After is null || (Before.Rounds > 0) != (After.Rounds > 0) || Direction is not null;

    public Verdict Verdict => this switch
    {
        { BeyondNoise: false } => Verdict.Same,
        { After: null } or { After.Rounds: 0 } => Verdict.Worse,
        { Before.Rounds: 0 } => Verdict.Better,
        _ => Direction > 0 == (Before.Better == Better.Higher) ? Verdict.Better : Verdict.Worse,
    };

    /// <param name="tolerance">How much worse a figure may become, 0.05 meaning five percent.</param>
    public bool IsRegression(double tolerance) =>
        Verdict == Verdict.Worse && (Ratio is not { } ratio || After is null or { Rounds: 0 } || Math.Abs(ratio - 1) > tolerance);
}
