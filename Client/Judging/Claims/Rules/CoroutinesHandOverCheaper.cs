namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>Tasks and a loop hand over clearly more often a second than threads that really switch, on one core and on all.</summary>
internal sealed class CoroutinesHandOverCheaper : IClaimRule
{
    private static readonly string[] Variants = ["pinned", "free"];
    private static readonly string[] Coroutines = ["tasks", "loop"];

    public string Claim => "002-overhead";

    public Ruling Judge(Evidence evidence) => Ruling.All(
        from variant in Variants
        let place = evidence.At("switch", variant)
        from model in Coroutines
        select place.Ratio("round-trips", model, "threads").Above(1 + Verdicts.Negligible));
}
