namespace Interleave.Client.Judging.Claims.Rules.Race;

/// <summary>An ordinary grain loses nothing, called by many, across awaits and from two silos, and nobody sees its state half changed.</summary>
internal sealed class GrainsNeedNoGuard() : ClaimRule("grain-isolated")
{
    /// <summary>Audits are few, and one in twenty that found the sum broken would be seen.</summary>
    private const double FewAudits = 0.05;

    private static readonly string[] Variants = ["unprotected", "await, one turn at a time", "from two silos"];

    public override Ruling Decide(Evidence evidence) => Ruling.All(
        from variant in Variants
        from ruling in new[]
        {
            evidence.At("race", variant).Events("lost-updates", "grains").NeverHappen(),
            evidence.At("race", $"bank, {variant}").Events("broken-invariants", "grains").NeverHappen(atMost: FewAudits),
        }
        select ruling);
}
