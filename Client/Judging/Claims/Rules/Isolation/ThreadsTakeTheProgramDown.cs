namespace Interleave.Client.Judging.Claims.Rules.Isolation;

/// <summary>A program ends each time that a thread of it leaves an error to nobody.</summary>
internal sealed class ThreadsTakeTheProgramDown() : ClaimRule("002-crash")
{
    public override Ruling Decide(Evidence evidence) => evidence.At("isolation", "unhandled exception").Figure("program-died", "threads").Always(1);
}
