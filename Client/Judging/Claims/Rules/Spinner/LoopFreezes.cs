namespace Interleave.Client.Judging.Claims.Rules.Spinner;

/// <summary>While slow work computes, a loop's spinner stands still, and that of threads turns, under a global lock too.</summary>
internal sealed class LoopFreezes() : ClaimRule("000-freeze")
{
    private const string Frames = "frames-shown";

    /// <summary>A frame that is due as the computation ends may still be shown.</summary>
    private const double HardlyAny = 0.2;

    /// <summary>A spinner with most of its frames was not frozen, even if its core was shared.</summary>
    private const double Most = 0.5;

    public override Ruling Decide(Evidence evidence)
    {
        var computing = evidence.At("spinner", "computing");
        return Ruling.All(
            computing.Figure(Frames, "loop").AtMost(HardlyAny),
            computing.Figure(Frames, "threads").AtLeast(Most),
            computing.Figure(Frames, "gil").AtLeast(Most));
    }
}
