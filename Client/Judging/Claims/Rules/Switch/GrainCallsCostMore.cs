namespace Interleave.Client.Judging.Claims.Rules.Switch;

/// <summary>Two grains in one silo go there and back clearly less often a second than two tasks, and two grains in two silos less often still.</summary>
internal sealed class GrainCallsCostMore() : ClaimRule("grain-cost")
{
    private const string RoundTrips = "round-trips";

    public override Ruling Decide(Evidence evidence)
    {
        var free = evidence.At("switch", "free");
        var acrossSilos = evidence.At("switch", "two silos").Figure(RoundTrips, "grains");
        return Ruling.All(
            free.Ratio(RoundTrips, "tasks", "grains").ClearlyAbove(1),
            free.Figure(RoundTrips, "grains").Over(acrossSilos).ClearlyAbove(1));
    }
}
