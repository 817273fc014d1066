namespace Interleave.Client.Records;

/// <summary>What it costs to record one operation.</summary>
internal sealed record RecordingCost(string Unit, double Median);
