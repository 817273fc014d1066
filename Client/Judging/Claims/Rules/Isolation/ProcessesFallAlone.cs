namespace Interleave.Client.Judging.Claims.Rules.Isolation;

/// <summary>Whatever ends a process, those beside it finish, and with right answers.</summary>
internal sealed class ProcessesFallAlone() : ClaimRule("004-process-safe")
{
    private static readonly string[] Faults = ["unhandled exception", "fail fast", "killed process"];

    public override Ruling Decide(Evidence evidence) => Ruling.All(
        from fault in Faults
        let variant = evidence.At("isolation", fault)
        let fell = variant.Figure("program-died", "processes").Always(1)
        from ruling in new[] { variant.Figure("siblings-lost", "processes").Always(0), variant.Answers("right answers of siblings", "processes") }
        select ruling.OnlyWhere(fell, "a process that fell in every round"));
}
