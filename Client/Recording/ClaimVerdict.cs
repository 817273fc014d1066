namespace Interleave.Client.Recording;

/// <summary>What a run says of one statement from the literature.</summary>
internal sealed record ClaimVerdict(string Id, string Verdict, string Evidence);
