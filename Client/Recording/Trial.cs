namespace Interleave.Client.Recording;

/// <summary>One scenario on one model, once.</summary>
/// <remarks><see cref="Metrics"/> holds only what was measured: a figure that could not be had is left out, never zero.</remarks>
internal sealed record Trial(
    string Scenario,
    string Variant,
    string Model,
    int Round,
    IReadOnlyDictionary<string, double> Parameters,
    IReadOnlyDictionary<string, double> Metrics,
    OperationCounts Operations,
    string? Error);
