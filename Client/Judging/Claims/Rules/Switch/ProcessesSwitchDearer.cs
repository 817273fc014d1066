namespace Interleave.Client.Judging.Claims.Rules.Switch;

/// <summary>Over the same pipe, on one core, two threads go there and back clearly more often a second than two processes.</summary>
internal sealed class ProcessesSwitchDearer() : ClaimRule("004-switch-process")
{
    public override Ruling Decide(Evidence evidence) => evidence.At("switch", "pipe, pinned").Ratio("round-trips", "threads", "processes").ClearlyAbove(1);
}
