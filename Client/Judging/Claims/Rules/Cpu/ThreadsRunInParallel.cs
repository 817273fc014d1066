namespace Interleave.Client.Judging.Claims.Rules.Cpu;

/// <summary>Two threads on two cores finish clearly sooner than one after the other, and those at dinner run at the same instant.</summary>
internal sealed class ThreadsRunInParallel() : ClaimRule("002-parallel")
{
    private const double OnTwoCores = 1.6;

    /// <summary>More than the clocks of threads that take turns could be wrong by.</summary>
    private const double RunningTogether = 0.05;

    public override Ruling Decide(Evidence evidence) => Ruling.All(
        evidence.At("cpu", "two").Figure("speed-up", "threads").Above(OnTwoCores),
        evidence.At("dinner", "all cores").Figure("running-together", "threads").Above(RunningTogether));
}
