namespace Interleave.Client.Judging.Claims.Rules.Cpu;

/// <summary>Whatever computes on a loop shares one thread and brings no speed-up, while several things are in progress.</summary>
internal sealed class LoopUsesOneThread() : ClaimRule("002-one-thread")
{
    private const string ThreadsUsed = "threads-used";

    /// <summary>What a second thread could not be mistaken for.</summary>
    private const double NoSpeedUp = 1.2;

    /// <summary>Concurrent: most of the time there is more than one activity that has begun and not ended.</summary>
    private const double Most = 0.5;

    public override Ruling Decide(Evidence evidence)
    {
        var allCores = evidence.At("cpu", "all cores");
        var meal = evidence.At("dinner", "all cores");
        return Ruling.All(
            allCores.Figure(ThreadsUsed, "loop").Always(1),
            allCores.Figure("speed-up", "loop").AtMost(NoSpeedUp),
            meal.Figure(ThreadsUsed, "loop").Always(1),
            meal.Figure("in-progress-together", "loop").AtLeast(Most));
    }
}
