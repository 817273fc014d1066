namespace Interleave.Client.Recording;

/// <summary>What a run sets out to do; the same plan and seed give the same trials in the same order.</summary>
internal sealed record Plan(
    IReadOnlyList<string> Scenarios,
    IReadOnlyList<string> Models,
    int Silos,
    int Rounds,
    Profile Profile,
    int Seed,
    IReadOnlyDictionary<string, string> Parameters)
{
    public IReadOnlyList<PlannedVariant> Variants { get; init; } = [];

    public IReadOnlyList<PlannedMetric> Metrics { get; init; } = [];
}
