namespace Interleave.Client.Records;

/// <summary>A figure that the trials of a scenario yield; in the plan, so that <c>run.json</c> can be judged again by itself.</summary>
internal sealed record PlannedMetric(string Scenario, string Name, string Unit, Better Better);
