namespace Interleave.Client.Judging.Claims;

/// <summary>Decides one claim from figures, and from nothing else.</summary>
/// <remarks>
/// Every rule of this assembly is found by itself. What a claim needs before it can be decided at all (scenarios, models, cores, silos) stands in
/// <c>claims.yaml</c> and is looked at before a rule is asked.
/// </remarks>
/// <param name="claim">The claim's id in <c>claims.yaml</c>.</param>
internal abstract class ClaimRule(string claim)
{
    public string Claim => claim;

    public abstract Ruling Decide(Evidence evidence);
}
