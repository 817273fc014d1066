namespace Interleave.Client.Judging.Claims.Rules.Cpu;

/// <summary>Threads under a lock in one process are no faster than one; in a process a core they are about as fast as there are processes.</summary>
internal sealed class LockHoldsWithinItsProcess() : ClaimRule("004-process-lock")
{
    /// <summary>What a second core could not be mistaken for.</summary>
    private const double NoSpeedUp = 1.1;

    /// <summary>Cores that share caches and a clock budget bring less than their number.</summary>
    private const double MostOfACore = 0.8;

    public override Ruling Decide(Evidence evidence) => Ruling.All(
        evidence.At("cpu", "lock in one process").Figure("speed-up", "processes").Below(NoSpeedUp),
        evidence.At("cpu", "lock in each process").Figure("speed-up", "processes").Above(MostOfACore * evidence.Run.Environment.Cores));
}
