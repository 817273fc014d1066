namespace Interleave.Client.Judging.Claims.Rules.Cpu;

/// <summary>Processes compute in parallel, with a global lock in each of them as well as without.</summary>
internal sealed class ProcessesRunInParallel() : ClaimRule("004-processes-cpu")
{
    private const double OnTwoCores = 1.6;

    private static readonly string[] Variants = ["all cores", "lock in each process"];

    public override Ruling Decide(Evidence evidence) =>
        Ruling.All(Variants.Select(variant => evidence.At("cpu", variant).Figure("speed-up", "processes").Above(OnTwoCores)));
}
