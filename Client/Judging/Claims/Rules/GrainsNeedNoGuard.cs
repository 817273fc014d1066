namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>An ordinary grain loses nothing, called by many, across awaits and from several silos, and nobody sees its state half changed.</summary>
internal sealed class GrainsNeedNoGuard : IClaimRule
{
    private static readonly string[] Variants = ["unprotected", "await, one turn at a time", "from several silos"];

    public string Claim => "grain-isolated";

    public Ruling Judge(Evidence evidence) => evidence.Run.Plan.Silos < 2
        ? Ruling.NotTested("two silos; this run has fewer")
        : Ruling.All(
            from variant in Variants
            from events in new[] { RaceFigures.LostUpdates(evidence, variant, "grains"), RaceFigures.BrokenInvariants(evidence, $"bank, {variant}", "grains") }
            select events.NeverHappen());
}
