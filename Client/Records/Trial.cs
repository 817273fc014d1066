namespace Interleave.Client.Records;

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
    string? Error)
{
    /// <summary>Which launch of its worker carried it, counted from 1; rounds of one launch agree with each other more than they should.</summary>
    public int Launch { get; init; } = 1;

    /// <summary>By the name of what was measured, such as <c>latency</c>; null where the scenario records no operations.</summary>
    public IReadOnlyDictionary<string, Distribution>? Distributions { get; init; }

    /// <summary>By the name of what was followed over time, such as <c>queue-length</c>; null where nothing was.</summary>
    public IReadOnlyDictionary<string, Series>? Series { get; init; }

    /// <summary>The first circle of units that waited for each other; null where none was found.</summary>
    public WaitCircle? Circle { get; init; }

    /// <summary>
    /// The share of all cores that went to others during this trial: other processes of this machine, or of its host; null when it is not known.
    /// </summary>
    public double? Noise { get; init; }

    /// <summary>The part of <see cref="Noise"/> that the host gave to other virtual machines.</summary>
    public double? Stolen { get; init; }

    /// <summary>Whether that was enough to change what was measured; the trial is kept and marked.</summary>
    public bool Disturbed { get; init; }
}
