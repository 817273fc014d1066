namespace Interleave.Client.Judging.Claims.Rules.Race;

/// <summary>A loop with an await inside the step loses far fewer updates than threads do.</summary>
internal sealed class AwaitLosesFarLessThanThreads() : ClaimRule("001-race-hard")
{
    private const string Lost = "lost-updates";

    /// <summary>What "far" asks for: a tenth.</summary>
    private const double Far = 0.1;

    public override Ruling Decide(Evidence evidence) =>
        evidence.At("race", "await, unprotected").Events(Lost, "loop").AreRarerThan(evidence.At("race", "unprotected").Events(Lost, "threads"), Far);
}
