namespace Interleave.Client.Records;

/// <summary>A whole plan carried out: what <c>run.json</c> holds.</summary>
internal sealed record Run(
    string Schema,
    string Id,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    bool Complete,
    MachineEnvironment Environment,
    Plan Plan,
    IReadOnlyList<Trial> Trials,
    IReadOnlyList<Result> Results,
    IReadOnlyList<Contrast> Contrasts,
    IReadOnlyList<Check> Checks,
    IReadOnlyList<ClaimVerdict> Claims)
{
    public const string CurrentSchema = "interleave/run/1";

    public IReadOnlyList<WarmUpOutcome> WarmUps { get; init; } = [];

    public IReadOnlyList<EmptyTrial> EmptyTrials { get; init; } = [];

    public IReadOnlyList<TracedTrial> TracedTrials { get; init; } = [];

    /// <summary>The last placebo on this machine before the run began; null where there was none.</summary>
    public PlaceboOutcome? Placebo { get; init; }
}
