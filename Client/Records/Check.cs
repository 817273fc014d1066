namespace Interleave.Client.Records;

/// <summary>Something that must hold for a figure to count: a known answer, a peak that was claimed, nothing lost.</summary>
/// <param name="Round">0 where it holds a figure over all rounds, as a threshold does.</param>
internal sealed record Check(
    string Scenario,
    string Variant,
    string Model,
    int Round,
    string Name,
    double Expected,
    double Observed,
    bool Ok);
