namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>Two threads on two cores finish clearly sooner than one after the other.</summary>
internal sealed class ThreadsRunInParallel : IClaimRule
{
    private const double OnTwoCores = 1.6;

    public string Claim => "002-parallel";

    public Ruling Judge(Evidence evidence) => evidence.Run.Environment.Cores < 2
        ? Ruling.NotTested("two cores; this machine has one")
        : evidence.At("cpu", "two").Figure("speed-up", "threads").Above(OnTwoCores);
}
