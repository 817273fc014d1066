namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>Every idle thread is one of the system's, and hand-overs between threads are the system's too; those of coroutines are not.</summary>
internal sealed class ThreadsLoadTheSystem : IClaimRule
{
    /// <summary>A thread a unit, but for those that the runtime ended meanwhile.</summary>
    private const double NearlyAll = 0.9;

    /// <summary>What the pool adds does not grow with the units.</summary>
    private const double HardlyAny = 0.01;

    private static readonly string[] Coroutines = ["tasks", "loop", "grains"];

    public string Claim => "001-os";

    public Ruling Judge(Evidence evidence)
    {
        var idle = evidence.At("memory", "idle");
        var switching = evidence.At("switch", "pinned");
        return Ruling.All(
        [
            ThreadsAUnit("threads").AtLeast(NearlyAll),
            .. Coroutines.Select(model => ThreadsAUnit(model).AtMost(HardlyAny)),
            .. Coroutines.Select(model => switching.Ratio("system-switches", model, "threads").Below(1 - Verdicts.Negligible)),
        ]);

        Figure ThreadsAUnit(string model) => idle.Figure("threads a unit", model, trial =>
            trial.Metrics.TryGetValue("kernel-threads", out var threads) && trial.Metrics.TryGetValue("units-reached", out var units) ? threads / units : null);
    }
}
