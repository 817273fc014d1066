namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>An idle thread keeps at least ten times the memory of an idle task resident.</summary>
internal sealed class ThreadsOutweighTasks : IClaimRule
{
    private const double FarMore = 10;

    public string Claim => "001-stack";

    public Ruling Judge(Evidence evidence) => evidence.At("memory", "idle").Ratio("resident-a-unit", "threads", "tasks").AtLeast(FarMore);
}
