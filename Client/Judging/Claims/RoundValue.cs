namespace Interleave.Client.Judging.Claims;

/// <summary>What a figure was in one round.</summary>
internal sealed record RoundValue(int Round, int Launch, double Value);
