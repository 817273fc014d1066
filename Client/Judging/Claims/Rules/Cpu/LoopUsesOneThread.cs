namespace Interleave.Client.Judging.Claims.Rules.Cpu;

/// <summary>All computations on a loop share one thread and bring no speed-up.</summary>
internal sealed class LoopUsesOneThread() : ClaimRule("002-one-thread")
{
    /// <summary>What a second thread could not be mistaken for.</summary>
    private const double NoSpeedUp = 1.2;

    public override Ruling Decide(Evidence evidence)
    {
        var allCores = evidence.At("cpu", "all cores");
        return Ruling.All(allCores.Figure("threads-used", "loop").Always(1), allCores.Figure("speed-up", "loop").AtMost(NoSpeedUp));
    }
}
