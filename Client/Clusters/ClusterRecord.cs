namespace Interleave.Client.Clusters;

/// <summary>What the file of a registered cluster holds.</summary>
internal sealed record ClusterRecord(string Runtime, DateTimeOffset StartedAt, IReadOnlyList<RegisteredSilo> Silos);
