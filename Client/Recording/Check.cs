namespace Interleave.Client.Recording;

/// <summary>Something that must hold for a figure to count: a known answer, a peak that was claimed, nothing lost.</summary>
internal sealed record Check(
    string Scenario,
    string Variant,
    string Model,
    int Round,
    string Name,
    double Expected,
    double Observed,
    bool Ok);
