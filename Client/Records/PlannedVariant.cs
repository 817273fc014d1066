namespace Interleave.Client.Records;

/// <summary>A variant that a run tries.</summary>
/// <param name="ComparedWith">The variant whose baseline it is contrasted with: itself, or another where the baseline cannot run it.</param>
internal sealed record PlannedVariant(string Scenario, string Name, string ComparedWith)
{
    /// <summary>Whether it stands in the tour and in the run's summary.</summary>
    public bool IsHeadline { get; init; } = true;

    /// <summary>What to do instead, where this variant does worse; null where another model is the remedy.</summary>
    public string? Advice { get; init; }
}
