namespace Interleave.Client.Judging.Claims.Rules.ForkJoin;

/// <summary>A parent that joins threads is blocked for as long as the slowest of them waits; one that runs on beside tasks is hardly blocked at all.</summary>
internal sealed class ForkedParentRunsOn() : ClaimRule("001-forkjoin")
{
    private const string Blocked = "blocked-share";

    /// <summary>The slowest child, and what it takes to reach it and to come back.</summary>
    private const double NearlyAll = 0.9;

    private const double HardlyAny = 0.1;

    public override Ruling Decide(Evidence evidence) => Ruling.All(
        evidence.At("forkjoin", "join").Figure(Blocked, "threads").AtLeast(NearlyAll),
        evidence.At("forkjoin", "run on").Figure(Blocked, "tasks").AtMost(HardlyAny));
}
