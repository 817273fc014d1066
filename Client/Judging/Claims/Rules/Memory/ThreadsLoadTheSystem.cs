namespace Interleave.Client.Judging.Claims.Rules.Memory;

/// <summary>Every idle thread is one of the system's, and hand-overs between threads are the system's too; those of coroutines are not.</summary>
internal sealed class ThreadsLoadTheSystem() : ClaimRule("001-os")
{
    /// <summary>A thread a unit, but for those that the runtime ended meanwhile.</summary>
    private const double NearlyAll = 0.9;

    /// <summary>What the pool adds does not grow with the units.</summary>
    private const double HardlyAny = 0.01;

    private static readonly string[] Coroutines = ["tasks", "loop", "grains"];
    private static readonly MeasuredQuantity ThreadsAUnit = MeasuredQuantity.Quotient("threads a unit", "kernel-threads", "units-reached");

    public override Ruling Decide(Evidence evidence)
    {
        var idle = evidence.At("memory", "idle");
        var switching = evidence.At("switch", "pinned");
        return Ruling.All(
        [
            idle.Figure(ThreadsAUnit, "threads").AtLeast(NearlyAll),
            .. Coroutines.Select(model => idle.Figure(ThreadsAUnit, model).AtMost(HardlyAny)),
            .. Coroutines.Select(model => switching.Ratio("system-switches", model, "threads").ClearlyBelow(1)),
        ]);
    }
}
