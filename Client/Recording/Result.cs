namespace Interleave.Client.Recording;

/// <summary>A metric of one model over all rounds: its median and the interval around it.</summary>
internal sealed record Result(
    string Scenario,
    string Variant,
    string Model,
    string Metric,
    string Unit,
    Better Better,
    double Median,
    double Low,
    double High,
    int Rounds);
