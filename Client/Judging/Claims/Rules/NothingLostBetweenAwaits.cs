namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>Steps without an await inside lose nothing on a loop and in a grain, without any guard.</summary>
internal sealed class NothingLostBetweenAwaits : IClaimRule
{
    public string Claim => "000-protected";

    public Ruling Judge(Evidence evidence) => Ruling.All(
        RaceFigures.LostUpdates(evidence, "unprotected", "loop").NeverHappen(),
        RaceFigures.LostUpdates(evidence, "unprotected", "grains").NeverHappen());
}
