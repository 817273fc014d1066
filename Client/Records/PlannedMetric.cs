namespace Interleave.Client.Records;

/// <summary>A figure that the trials of a scenario yield; in the plan, so that <c>run.json</c> can be judged again by itself.</summary>
internal sealed record PlannedMetric(string Scenario, string Name, string Unit, Better Better)
{
    /// <summary>Whether it answers the scenario's question; those that do come first, the one for a summary before the others.</summary>
    public bool IsHeadline { get; init; }
}
