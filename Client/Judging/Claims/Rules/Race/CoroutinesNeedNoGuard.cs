namespace Interleave.Client.Judging.Claims.Rules.Race;

/// <summary>Nothing is lost at an await inside the step, on a loop or in a reentrant grain.</summary>
internal sealed class CoroutinesNeedNoGuard() : ClaimRule("002-no-sync")
{
    public override Ruling Decide(Evidence evidence)
    {
        var awaiting = evidence.At("race", "await, unprotected");
        return Ruling.All(awaiting.Events("lost-updates", "loop").NeverHappen(), awaiting.Events("lost-updates", "grains").NeverHappen());
    }
}
