namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>The same waits cost tasks clearly less memory, fewer threads and fewer context switches than threads.</summary>
internal sealed class TasksNeedFewerResources : IClaimRule
{
    private static readonly string[] Resources = ["memory", "threads", "context-switches"];

    public string Claim => "001-io-cost";

    public Ruling Judge(Evidence evidence)
    {
        var place = evidence.At("io", "http");
        return Ruling.All(Resources.Select(metric => place.Ratio(metric, "tasks", "threads").Below(1)));
    }
}
