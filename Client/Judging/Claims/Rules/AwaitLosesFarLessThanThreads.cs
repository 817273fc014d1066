namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>A loop with an await inside the step loses far fewer updates than threads do.</summary>
internal sealed class AwaitLosesFarLessThanThreads : IClaimRule
{
    /// <summary>What "far" asks for: a tenth.</summary>
    private const double Far = 0.1;

    public string Claim => "001-race-hard";

    public Ruling Judge(Evidence evidence) => evidence.Run.Environment.Cores < 2
        ? Ruling.NotTested("two cores; this machine has one")
        : RaceFigures.LostUpdates(evidence, "await, unprotected", "loop").AreRarerThan(RaceFigures.LostUpdates(evidence, "unprotected", "threads"), Far);
}
