namespace Interleave.Client.Judging.Claims.Rules.Cpu;

/// <summary>Threads compute clearly faster than every asynchronous model, and the loop is slower than all others.</summary>
/// <remarks>
/// The leader is the one that the claim names: one chosen by the figures that then judge it would lead by luck. Pools and processes are threads
/// too, on the claim's own side, so that nothing is asked of them but to be faster than the loop.
/// </remarks>
internal sealed class ThreadsLeadInComputing() : ClaimRule("001-compute")
{
    private static readonly string[] Asynchronous = ["tasks", "loop", "grains"];
    private static readonly string[] FasterThanLoop = ["threads", "pool", "tasks", "processes", "grains"];

    public override Ruling Decide(Evidence evidence)
    {
        var allCores = evidence.At("cpu", "all cores");
        return Ruling.All(
        [
            .. Asynchronous.Select(rival => allCores.Ratio("speed-up", "threads", rival).ClearlyAbove(1)),
            .. FasterThanLoop.Select(other => allCores.Ratio("speed-up", "loop", other).ClearlyBelow(1)),
        ]);
    }
}
