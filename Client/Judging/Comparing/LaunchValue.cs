namespace Interleave.Client.Judging.Comparing;

/// <summary>What a metric was in one round of a launch.</summary>
internal sealed record LaunchValue(int Launch, double Value);
