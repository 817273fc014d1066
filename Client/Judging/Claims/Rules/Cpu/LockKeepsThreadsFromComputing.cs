namespace Interleave.Client.Judging.Claims.Rules.Cpu;

/// <summary>Under a global lock, computing threads are no faster than one.</summary>
internal sealed class LockKeepsThreadsFromComputing() : ClaimRule("004-gil-cpu")
{
    /// <summary>What a second core could not be mistaken for.</summary>
    private const double NoSpeedUp = 1.1;

    public override Ruling Decide(Evidence evidence) => evidence.At("cpu", "all cores").Figure("speed-up", "gil").Below(NoSpeedUp);
}
