namespace Interleave.Client.Planning;

/// <summary>What the command line asked for, word for word, before anything of it was checked.</summary>
internal sealed record PlanRequest(IReadOnlyList<string> Scenarios)
{
    public IReadOnlyList<string> Models { get; init; } = [];

    public IReadOnlyList<string> Parameters { get; init; } = [];

    public string? Profile { get; init; }

    public string? Silos { get; init; }

    public string? Rounds { get; init; }

    public string? Launches { get; init; }

    public string? Cores { get; init; }

    public string? Seed { get; init; }
}
