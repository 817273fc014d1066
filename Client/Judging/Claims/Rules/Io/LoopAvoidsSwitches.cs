namespace Interleave.Client.Judging.Claims.Rules.Io;

/// <summary>For each wait, a loop costs clearly fewer context switches than threads.</summary>
internal sealed class LoopAvoidsSwitches() : ClaimRule("004-loop-io")
{
    public override Ruling Decide(Evidence evidence) =>
        evidence.At("io", "http").Ratio(MeasuredQuantity.ForEachOperation("context-switches"), "loop", "threads").ClearlyBelow(1);
}
