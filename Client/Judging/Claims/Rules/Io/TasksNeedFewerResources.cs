namespace Interleave.Client.Judging.Claims.Rules.Io;

/// <summary>The same waits cost tasks clearly less memory, fewer threads and fewer context switches than threads.</summary>
internal sealed class TasksNeedFewerResources() : ClaimRule("001-io-cost")
{
    private static readonly string[] Resources = ["memory", "threads", "context-switches"];

    public override Ruling Decide(Evidence evidence) =>
        Ruling.All(Resources.Select(resource => evidence.At("io", "http").Ratio(resource, "tasks", "threads").ClearlyBelow(1)));
}
