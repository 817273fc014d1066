namespace Interleave.Client.Judging.Claims;

/// <summary>A statement from the literature that can come out true or false on a given machine.</summary>
/// <param name="Needs">The scenarios that test it.</param>
/// <param name="Models">The models that it speaks of.</param>
internal sealed record Claim(string Id, string Statement, IReadOnlyList<string> Needs, IReadOnlyList<string> Models, Meaning Means);
