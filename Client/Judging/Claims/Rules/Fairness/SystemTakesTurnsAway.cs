namespace Interleave.Client.Judging.Claims.Rules.Fairness;

/// <summary>Beside a hog, no short operation on another thread waits for all of it, as the system takes its core away.</summary>
internal sealed class SystemTakesTurnsAway() : ClaimRule("002-preemptive")
{
    private const double MuchLess = 0.7;

    public override Ruling Decide(Evidence evidence)
    {
        var variant = evidence.At("fairness", "with a hog");
        return Ruling.All(variant.Figure("longest-delay", "threads").AtMost(MuchLess), variant.Figure("involuntary-switches", "threads").AtLeast(1));
    }
}
