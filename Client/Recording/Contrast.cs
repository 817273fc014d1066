namespace Interleave.Client.Recording;

/// <summary>A metric of one model against the same metric of the baseline, computed round by round.</summary>
internal sealed record Contrast(
    string Scenario,
    string Variant,
    string Model,
    string Baseline,
    string Metric,
    double Ratio,
    double Low,
    double High,
    Verdict Verdict);
