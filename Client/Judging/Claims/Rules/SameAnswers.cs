namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>Both supervisors, on every model that ran, find what was known before.</summary>
internal sealed class SameAnswers : IClaimRule
{
    private const string Answer = "result of the slow work";

    private static readonly string[] Variants = ["waiting", "computing"];

    public string Claim => "000-equivalent";

    public Ruling Judge(Evidence evidence) => Ruling.All(
        from variant in Variants
        let place = evidence.At("spinner", variant)
        from model in place.Answering(Answer).Union(["threads", "tasks"])
        select place.Answers(Answer, model));
}
