namespace Interleave.Client.Judging.Claims.Rules.Race;

/// <summary>Steps without an await inside lose nothing on a loop and in a grain, without any guard.</summary>
internal sealed class NothingLostBetweenAwaits() : ClaimRule("000-protected")
{
    public override Ruling Decide(Evidence evidence)
    {
        var unprotected = evidence.At("race", "unprotected");
        return Ruling.All(unprotected.Events("lost-updates", "loop").NeverHappen(), unprotected.Events("lost-updates", "grains").NeverHappen());
    }
}
