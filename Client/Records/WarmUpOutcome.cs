namespace Interleave.Client.Records;

/// <summary>How the warm-up of one variant on one model ended, in one launch.</summary>
/// <param name="Trials">Trials that were run and not recorded.</param>
/// <param name="Steady">Whether time and processor time of the last of them agreed and the compiler rested; where not, measuring began all the same.</param>
internal sealed record WarmUpOutcome(string Scenario, string Variant, string Model, int Trials, bool Steady)
{
    public int Launch { get; init; } = 1;

    /// <summary>The share of the last trial's processor time that the compiler took; null where it is not known.</summary>
    public double? CompilingShare { get; init; }
}
