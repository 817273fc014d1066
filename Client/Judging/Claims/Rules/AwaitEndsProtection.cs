namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>With an await inside the step, a loop and a reentrant grain lose updates, and an ordinary grain does not.</summary>
internal sealed class AwaitEndsProtection : IClaimRule
{
    public string Claim => "000-not-protected";

    public Ruling Judge(Evidence evidence) => Ruling.All(
        RaceFigures.LostUpdates(evidence, "await, unprotected", "loop").Happen(),
        RaceFigures.LostUpdates(evidence, "await, unprotected", "grains").Happen(),
        RaceFigures.LostUpdates(evidence, "await, one turn at a time", "grains").NeverHappen());
}
