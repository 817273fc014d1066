namespace Interleave.Client.Judging.Claims.Rules.Race;

/// <summary>Threads that change shared state without a guard lose updates.</summary>
internal sealed class ThreadsLoseUpdates() : ClaimRule("000-preempt")
{
    public override Ruling Decide(Evidence evidence) => evidence.At("race", "unprotected").Events("lost-updates", "threads").Happen();
}
