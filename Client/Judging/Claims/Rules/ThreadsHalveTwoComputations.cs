namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>Two computations take a loop about twice as long as they take threads.</summary>
internal sealed class ThreadsHalveTwoComputations : IClaimRule
{
    /// <summary>Two cores that share caches and a clock budget bring less than twice the speed.</summary>
    private const double AboutTwice = 1.6;

    public string Claim => "001-cpu-two";

    public Ruling Judge(Evidence evidence) => evidence.Run.Environment.Cores < 2
        ? Ruling.NotTested("two cores; this machine has one")
        : evidence.At("cpu", "two").Ratio("time", "loop", "threads").AtLeast(AboutTwice);
}
