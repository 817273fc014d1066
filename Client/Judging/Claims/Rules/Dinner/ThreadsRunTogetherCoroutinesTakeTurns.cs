namespace Interleave.Client.Judging.Claims.Rules.Dinner;

/// <summary>Activities of threads run at the same instant, those of a loop never do; both have several in progress.</summary>
internal sealed class ThreadsRunTogetherCoroutinesTakeTurns() : ClaimRule("003-parallel")
{
    /// <summary>More than the clocks could be wrong by.</summary>
    private const double Some = 0.05;

    private const double HardlyAny = 0.02;
    private const double Most = 0.5;

    public override Ruling Decide(Evidence evidence)
    {
        var meal = evidence.At("dinner", "all cores");
        return Ruling.All(
            meal.Figure("running-together", "threads").Above(Some),
            meal.Figure("running-together", "loop").AtMost(HardlyAny),
            meal.Figure("in-progress-together", "threads").AtLeast(Most),
            meal.Figure("in-progress-together", "loop").AtLeast(Most));
    }
}
