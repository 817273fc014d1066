using Interleave.Client.Records;

namespace Interleave.Client.Judging.Claims.Rules.Ipc;

/// <summary>Pipe, queue and shared memory deliver every message of every size as it was sent; what each costs is named.</summary>
internal sealed class ProcessesShareData() : ClaimRule("004-ipc")
{
    private static readonly string[] Ways = ["pipe", "queue", "shared memory"];
    private static readonly string[] Sizes = ["64 By", "4096 By", "262144 By"];

    public override Ruling Decide(Evidence evidence) => Ruling.All(
        from way in Ways
        from size in Sizes
        let variant = evidence.At("ipc", $"{way}, {size}")
        let cost = variant.Figure("bandwidth", "processes")
        let intact = variant.Answers("messages intact", "processes")
        select intact.Finding == Finding.NotTested || cost.Missing is not null
            ? intact
            : intact with { Figures = $"{intact.Figures} at {Quantity.Format(cost.Estimate.Median, cost.Unit)}" });
}
