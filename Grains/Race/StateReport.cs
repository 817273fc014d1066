namespace Interleave.Grains.Race;

/// <summary>What became of a shared state.</summary>
/// <param name="Value">The number that was counted to, or the sum of money.</param>
/// <param name="Audits">How often the state was looked at while it was being changed.</param>
/// <param name="BrokenAudits">How many of those looks found a state that no order of whole steps leads to.</param>
[GenerateSerializer, Immutable]
public sealed record StateReport(long Value, long Audits, long BrokenAudits);
