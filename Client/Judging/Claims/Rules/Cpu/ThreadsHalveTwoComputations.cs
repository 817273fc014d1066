namespace Interleave.Client.Judging.Claims.Rules.Cpu;

/// <summary>Two computations take a loop about twice as long as they take threads.</summary>
internal sealed class ThreadsHalveTwoComputations() : ClaimRule("001-cpu-two")
{
    /// <summary>Two cores that share caches and a clock budget bring less than twice the speed.</summary>
    private const double AboutTwice = 1.6;

    public override Ruling Decide(Evidence evidence) => evidence.At("cpu", "two").Ratio("time", "loop", "threads").AtLeast(AboutTwice);
}
