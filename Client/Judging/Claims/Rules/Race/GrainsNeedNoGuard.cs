namespace Interleave.Client.Judging.Claims.Rules.Race;

/// <summary>An ordinary grain loses nothing, called by many, across awaits and from several silos, and nobody sees its state half changed.</summary>
internal sealed class GrainsNeedNoGuard() : ClaimRule("grain-isolated")
{
    /// <summary>Audits are few, and one in twenty that found the sum broken would be seen.</summary>
    private const double FewAudits = 0.05;

    private const string AcrossSilos = "from several silos";

    private static readonly string[] Variants = ["unprotected", "await, one turn at a time", AcrossSilos];

    public override Ruling Decide(Evidence evidence)
    {
        var callers = evidence.At("race", AcrossSilos).Figure("calling-processes", "grains").AtLeast(2);
        var isolated = Ruling.All(
            from variant in Variants
            from ruling in new[]
            {
                evidence.At("race", variant).Events("lost-updates", "grains").NeverHappen(),
                evidence.At("race", $"bank, {variant}").Events("broken-invariants", "grains").NeverHappen(atMost: FewAudits),
            }
            select ruling);
        return isolated.OnlyWhere(callers, "callers in two silos");
    }
}
