namespace Interleave.Client.Judging.Claims;

/// <summary>What a verdict means for a reader who must choose.</summary>
internal sealed record Meaning(string Supported, string Refuted);
