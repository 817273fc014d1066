namespace Interleave.Client.Records;

/// <summary>A metric of one model against the same metric of the baseline, computed round by round.</summary>
/// <param name="Ratio">Null where the baseline's figure is zero, so that no ratio exists; the verdict stands all the same.</param>
internal sealed record Contrast(
    string Scenario,
    string Variant,
    string Model,
    string Baseline,
    string Metric,
    double? Ratio,
    double? Low,
    double? High,
    Verdict Verdict)
{
    /// <summary>The variant of the baseline's figures: another one where the baseline cannot run this one.</summary>
    public string ComparedWith { get; init; } = Variant;

    /// <summary>Rounds in which both models succeeded.</summary>
    public int Rounds { get; init; }

    /// <summary>How many of those rounds the machine disturbed.</summary>
    public int Disturbed { get; init; }

    /// <summary>The metric whose verdict this one takes, as both say the same; null where it was judged by itself, and counts by itself.</summary>
    public string? DerivedFrom { get; init; }

    /// <summary>What may decide an undecided contrast.</summary>
    public string? Needed { get; init; }

    /// <summary>One plain sentence that says what the figures mean for somebody who must choose.</summary>
    public string Reading { get; init; } = "";
}
