namespace Interleave.Client.Recording;

/// <summary>What it costs to record one operation.</summary>
internal sealed record RecordingCost(string Unit, double Median);
