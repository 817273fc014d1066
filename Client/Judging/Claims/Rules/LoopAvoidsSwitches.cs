namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>For each wait, a loop costs clearly fewer context switches than threads.</summary>
internal sealed class LoopAvoidsSwitches : IClaimRule
{
    public string Claim => "004-loop-io";

    public Ruling Judge(Evidence evidence) => evidence.At("io", "http")
        .Ratio(
            "context switches an operation",
            trial => trial.Metrics.TryGetValue("context-switches", out var switches) && trial.Operations.Completed > 0 ? switches / trial.Operations.Completed : null,
            "loop",
            "threads")
        .Below(1);
}
