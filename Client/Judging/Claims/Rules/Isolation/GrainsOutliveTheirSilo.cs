namespace Interleave.Client.Judging.Claims.Rules.Isolation;

/// <summary>After a silo was killed, every grain answers again; how long that takes is named.</summary>
internal sealed class GrainsOutliveTheirSilo() : ClaimRule("grain-recover")
{
    public override Ruling Decide(Evidence evidence)
    {
        var killed = evidence.At("isolation", "killed process");
        var time = killed.Figure("all-answer", "grains");
        return killed.Figure("grains-answering", "grains").Always(1)
            .OnlyWhere(killed.Figure("program-died", "grains").Always(1), "a silo that was lost in every round")
            .Noting(time.Missing is null ? time.ToString() : null);
    }
}
