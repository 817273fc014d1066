namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>While slow work computes, a loop's spinner stands still and that of threads turns.</summary>
internal sealed class LoopFreezes : IClaimRule
{
    private const string Frames = "frames-shown";

    /// <summary>A frame that falls due as the computation ends may still be shown.</summary>
    private const double HardlyAny = 0.2;

    /// <summary>A spinner with most of its frames was not frozen, even if its core was shared.</summary>
    private const double Most = 0.5;

    public string Claim => "000-freeze";

    public Ruling Judge(Evidence evidence)
    {
        var place = evidence.At("spinner", "computing");
        return Ruling.All(
            place.With("threads", "gil").Select(model => place.Figure(Frames, model).AtLeast(Most))
                .Prepend(place.Figure(Frames, "loop").AtMost(HardlyAny)));
    }
}
