using Interleave.Client.Records;

namespace Interleave.Client.Judging.Comparing;

/// <summary>A figure of one run beside the same figure of another.</summary>
/// <param name="After">Null where the later run does not hold it.</param>
internal sealed record Change(Result Before, Result? After)
{
    /// <summary>Null where there was none before to divide by.</summary>
    public double? Ratio => After is null || Before.Median == 0 ? null : After.Median / Before.Median;

    /// <summary>Whether the two intervals share no value, or one of the runs has no sound figure at all.</summary>
    public bool BeyondNoise => After is null || (Before.Rounds > 0) != (After.Rounds > 0) || After.Low > Before.High || After.High < Before.Low;

    public Verdict Verdict => this switch
    {
        { BeyondNoise: false } => Verdict.Same,
        { After: null } or { After.Rounds: 0 } => Verdict.Worse,
        { Before.Rounds: 0 } => Verdict.Better,
        { Before.Better: Better.Neither } => Verdict.Undecided,
        _ => After.Median > Before.Median == (Before.Better == Better.Higher) ? Verdict.Better : Verdict.Worse,
    };

    /// <param name="tolerance">How much worse a figure may become, 0.05 meaning five percent.</param>
    public bool IsRegression(double tolerance) => Verdict == Verdict.Worse && (Ratio is not { } ratio || After!.Rounds == 0 || Math.Abs(ratio - 1) > tolerance);
}
