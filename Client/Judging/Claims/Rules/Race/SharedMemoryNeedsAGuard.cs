namespace Interleave.Client.Judging.Claims.Rules.Race;

/// <summary>Processes lose updates in memory that they share without a guard, and none with a semaphore that they share too.</summary>
internal sealed class SharedMemoryNeedsAGuard() : ClaimRule("004-ipc-lock")
{
    private const string Lost = "lost-updates";

    public override Ruling Decide(Evidence evidence) => Ruling.All(
        evidence.At("race", "unprotected").Events(Lost, "processes").Happen(),
        evidence.At("race", "semaphore").Events(Lost, "processes").NeverHappen());
}
