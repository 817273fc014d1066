namespace Interleave.Client.Judging.Claims.Rules.Memory;

/// <summary>An idle thread keeps at least ten times the memory of an idle task resident.</summary>
internal sealed class ThreadsOutweighTasks() : ClaimRule("001-stack")
{
    private const double FarMore = 10;

    public override Ruling Decide(Evidence evidence) => evidence.At("memory", "idle").Ratio("resident-a-unit", "threads", "tasks").AtLeast(FarMore);
}
