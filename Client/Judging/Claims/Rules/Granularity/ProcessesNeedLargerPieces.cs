namespace Interleave.Client.Judging.Claims.Rules.Granularity;

/// <summary>The smallest piece that is worth handing over is clearly larger on processes than on threads.</summary>
internal sealed class ProcessesNeedLargerPieces() : ClaimRule("004-overhead")
{
    public override Ruling Decide(Evidence evidence) => evidence.At("granularity", "break-even").Ratio("break-even", "processes", "threads").ClearlyAbove(1);
}
