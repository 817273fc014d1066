namespace Interleave.Client.Records;

/// <summary>How the warm-up of one variant on one model ended.</summary>
/// <param name="Trials">Trials that were run and not recorded.</param>
/// <param name="Steady">Whether the last of them agreed; where not, measuring began all the same.</param>
internal sealed record WarmUpOutcome(string Scenario, string Variant, string Model, int Trials, bool Steady);
