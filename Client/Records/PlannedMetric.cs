namespace Interleave.Client.Records;

/// <summary>A figure that the trials of a scenario yield; in the plan, so that <c>run.json</c> can be judged again by itself.</summary>
internal sealed record PlannedMetric(string Scenario, string Name, string Unit, Better Better)
{
    /// <summary>Whether it answers the scenario's question; those that do come first, the one for a summary before the others.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>The smallest difference, in the metric's unit, that measuring can tell from none.</summary>
    public double Resolution { get; init; }

    /// <summary>How far two launches of the same program differ in it, as a share: a single launch cannot tell less than this from a difference.</summary>
    public double LaunchSpread { get; init; }

    /// <summary>The metric that says the same in other words; it is judged, and this one takes its verdict.</summary>
    public string? DerivedFrom { get; init; }

    /// <summary>For events that are rare: the metric that counts the occasions on which one could have happened.</summary>
    public string? Exposure { get; init; }
}
