namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>All computations on a loop share one thread and bring no speed-up.</summary>
internal sealed class LoopUsesOneThread : IClaimRule
{
    /// <summary>What a second thread could not be mistaken for.</summary>
    private const double NoSpeedUp = 1.2;

    public string Claim => "002-one-thread";

    public Ruling Judge(Evidence evidence)
    {
        var place = evidence.At("cpu", "all cores");
        return Ruling.All(place.Figure("threads-used", "loop").Exactly(1), place.Figure("speed-up", "loop").AtMost(NoSpeedUp));
    }
}
