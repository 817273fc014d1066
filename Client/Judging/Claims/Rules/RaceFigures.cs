namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>What rules read from <c>race</c>.</summary>
internal static class RaceFigures
{
    public static RareEvents LostUpdates(Evidence evidence, string variant, string model) =>
        evidence.At("race", variant).Events("lost-updates", "steps-taken", model);

    public static RareEvents BrokenInvariants(Evidence evidence, string variant, string model) =>
        evidence.At("race", variant).Events("broken-invariants", "audits", model);
}
