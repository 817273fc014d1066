namespace Interleave.Client.Judging.Claims.Rules.Fairness;

/// <summary>Beside a hog on the same loop, a short operation waits for nearly all of its computation.</summary>
internal sealed class CoroutinesKeepTheirTurn() : ClaimRule("002-cooperative")
{
    private const double NearlyAll = 0.8;

    public override Ruling Decide(Evidence evidence) => evidence.At("fairness", "with a hog").Figure("longest-delay", "loop").AtLeast(NearlyAll);
}
