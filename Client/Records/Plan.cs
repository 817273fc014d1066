namespace Interleave.Client.Records;

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
    /// <summary>How many lives of each worker the rounds are spread over.</summary>
    public int Launches { get; init; } = 1;

    /// <summary>The numbers of cores that workers and silos were pinned to, each a variant of its own; empty where all cores were theirs.</summary>
    public IReadOnlyList<int> Cores { get; init; } = [];

    /// <summary>Set in a placebo: the models that are twins of others. Each is contrasted with the model that it is a twin of, and with nothing else.</summary>
    public IReadOnlyList<Twin> Twins { get; init; } = [];

    public IReadOnlyList<PlannedVariant> Variants { get; init; } = [];

    public IReadOnlyList<PlannedMetric> Metrics { get; init; } = [];
}
