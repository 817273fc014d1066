namespace Interleave.Client.Judging.Claims.Rules.Granularity;

/// <summary>
/// In pieces of a hundred numbers, about 0.1 ms each, work gains clearly less on processes than on threads, and each hand-over costs clearly more.
/// </summary>
internal sealed class ProcessesNeedLargerPieces() : ClaimRule("004-overhead")
{
    public override Ruling Decide(Evidence evidence) => Ruling.All(
        evidence.At("granularity", "10 numbers").Ratio("gain", "processes", "threads").ClearlyBelow(1),
        evidence.At("granularity", "100 numbers").Ratio("gain", "processes", "threads").ClearlyBelow(1));
}
