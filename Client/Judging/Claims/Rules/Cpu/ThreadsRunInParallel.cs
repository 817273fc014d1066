namespace Interleave.Client.Judging.Claims.Rules.Cpu;

/// <summary>Two threads on two cores finish clearly sooner than one after the other.</summary>
internal sealed class ThreadsRunInParallel() : ClaimRule("002-parallel")
{
    private const double OnTwoCores = 1.6;

    public override Ruling Decide(Evidence evidence) => evidence.At("cpu", "two").Figure("speed-up", "threads").Above(OnTwoCores);
}
