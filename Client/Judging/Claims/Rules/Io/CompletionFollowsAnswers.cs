namespace Interleave.Client.Judging.Claims.Rules.Io;

/// <summary>Where the last wait to start is the first to be answered, completions follow the answers and not the starts.</summary>
internal sealed class CompletionFollowsAnswers() : ClaimRule("001-order")
{
    /// <summary>Two answers that come at almost the same time may change places.</summary>
    private const double AlmostAll = 0.9;
    private const double AlmostNone = 1 - AlmostAll;

    private static readonly string[] Models = ["tasks", "loop"];

    public override Ruling Decide(Evidence evidence)
    {
        var lastFirst = evidence.At("io", "last first");
        return Ruling.All(
        [
            .. Models.Select(model => lastFirst.Figure("in-order-of-answers", model).AtLeast(AlmostAll)),
            .. Models.Select(model => lastFirst.Figure("in-order-of-starts", model).AtMost(AlmostNone)),
        ]);
    }
}
