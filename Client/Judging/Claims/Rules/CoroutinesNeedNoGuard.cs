namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>Nothing is lost at an await inside the step, on a loop or in a reentrant grain.</summary>
internal sealed class CoroutinesNeedNoGuard : IClaimRule
{
    public string Claim => "002-no-sync";

    public Ruling Judge(Evidence evidence) => Ruling.All(
        RaceFigures.LostUpdates(evidence, "await, unprotected", "loop").NeverHappen(),
        RaceFigures.LostUpdates(evidence, "await, unprotected", "grains").NeverHappen());
}
