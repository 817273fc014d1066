namespace Interleave.Client.Judging.Claims.Rules.Race;

/// <summary>With an await inside the step, a loop and a reentrant grain lose updates, and an ordinary grain does not.</summary>
internal sealed class AwaitEndsProtection() : ClaimRule("000-not-protected")
{
    private const string Lost = "lost-updates";

    public override Ruling Decide(Evidence evidence) => Ruling.All(
        evidence.At("race", "await, unprotected").Events(Lost, "loop").Happen(),
        evidence.At("race", "await, unprotected").Events(Lost, "grains").Happen(),
        evidence.At("race", "await, one turn at a time").Events(Lost, "grains").NeverHappen());
}
