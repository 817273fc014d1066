namespace Interleave.Client.Records;

/// <summary>What a run says of one statement from the literature.</summary>
/// <param name="Evidence">The figures that decided, or why nothing could.</param>
internal sealed record ClaimVerdict(string Id, Finding Verdict, string Evidence)
{
    /// <summary>The statement, in our own words.</summary>
    public string Claim { get; init; } = "";

    /// <summary>One sentence on what the verdict means for a reader.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>The command that tests the claim again.</summary>
    public string Repeat { get; init; } = "";
}
