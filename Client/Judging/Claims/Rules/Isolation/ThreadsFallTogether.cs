namespace Interleave.Client.Judging.Claims.Rules.Isolation;

/// <summary>Whatever a thread does not survive, no other thread of its process survives.</summary>
internal sealed class ThreadsFallTogether() : ClaimRule("004-thread-unsafe")
{
    private static readonly string[] Faults = ["unhandled exception", "fail fast"];

    public override Ruling Decide(Evidence evidence) => Ruling.All(
        from fault in Faults
        let variant = evidence.At("isolation", fault)
        from ruling in new[] { variant.Figure("program-died", "threads").Always(1), variant.Figure("siblings-lost", "threads").Always(1) }
        select ruling);
}
