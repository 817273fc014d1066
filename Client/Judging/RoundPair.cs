namespace Interleave.Client.Judging;

/// <summary>A metric of the model and the same metric of the baseline, in the same round.</summary>
/// <param name="Launches">The launch of the model's worker and that of the baseline's.</param>
internal sealed record RoundPair(double Value, double Baseline, (int Model, int Baseline) Launches, bool Disturbed)
{
    /// <summary>Infinite where the baseline shows nothing to divide by.</summary>
    public double Ratio => Value == Baseline ? 1 : Value / Baseline;

    public double Difference => Value - Baseline;
}
