namespace Interleave.Client.Judging.Claims.Rules.Spinner;

/// <summary>Both supervisors, on every model that ran, find what was known before.</summary>
internal sealed class SameAnswers() : ClaimRule("000-equivalent")
{
    private const string Answer = "result of the slow work";

    private static readonly string[] Variants = ["waiting", "computing"];

    public override Ruling Decide(Evidence evidence) => Ruling.All(
        from name in Variants
        let variant = evidence.At("spinner", name)
        from model in variant.Answering(Answer).Union(["threads", "tasks"])
        select variant.Answers(Answer, model));
}
