namespace Interleave.Client.Records;

/// <summary>A metric of one model over all rounds: its median and the interval around it.</summary>
/// <param name="Rounds">How many sound rounds the figure stands on; 0 when every round failed, and the figure shows only what those yielded.</param>
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
    int Rounds)
{
    /// <summary>How many of the sound rounds the machine disturbed; they are kept.</summary>
    public int Disturbed { get; init; }

    /// <summary>Set for rare events: how many there were in all sound rounds; <see cref="Median"/> is then their rate.</summary>
    public double? Events { get; init; }

    /// <summary>Set for rare events: the occasions on which one could have happened. Where none was seen, <see cref="High"/> still bounds the rate.</summary>
    public double? Occasions { get; init; }

    /// <summary>Rounds left out because the trial or one of its checks failed.</summary>
    public int Failed { get; init; }
}
