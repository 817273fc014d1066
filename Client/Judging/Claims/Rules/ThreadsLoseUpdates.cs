namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>Threads that change shared state without a guard lose updates.</summary>
internal sealed class ThreadsLoseUpdates : IClaimRule
{
    public string Claim => "000-preempt";

    public Ruling Judge(Evidence evidence) => evidence.Run.Environment.Cores < 2
        ? Ruling.NotTested("two cores; this machine has one")
        : RaceFigures.LostUpdates(evidence, "unprotected", "threads").Happen();
}
