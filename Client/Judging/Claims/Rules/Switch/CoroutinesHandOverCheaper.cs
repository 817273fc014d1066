namespace Interleave.Client.Judging.Claims.Rules.Switch;

/// <summary>Tasks and a loop hand over clearly more often a second than threads that really switch, on one core and on all.</summary>
internal sealed class CoroutinesHandOverCheaper() : ClaimRule("002-overhead")
{
    private static readonly string[] Variants = ["pinned", "free"];
    private static readonly string[] Coroutines = ["tasks", "loop"];

    public override Ruling Decide(Evidence evidence) => Ruling.All(
        from name in Variants
        let variant = evidence.At("switch", name)
        from model in Coroutines
        select variant.Ratio("round-trips", model, "threads").ClearlyAbove(1));
}
