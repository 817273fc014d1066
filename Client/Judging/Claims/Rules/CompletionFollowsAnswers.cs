namespace Interleave.Client.Judging.Claims.Rules;

/// <summary>Where the last wait to start is the first to be answered, completions follow the answers and not the starts.</summary>
internal sealed class CompletionFollowsAnswers : IClaimRule
{
    /// <summary>Two answers that come at almost the same time may change places.</summary>
    private const double AlmostAll = 0.9;
    private const double AlmostNone = 1 - AlmostAll;

    public string Claim => "001-order";

    public Ruling Judge(Evidence evidence)
    {
        var place = evidence.At("io", "last first");
        return Ruling.All(
            from model in place.With("tasks", "loop")
            from ruling in new[]
            {
                place.Figure("in-order-of-answers", model).AtLeast(AlmostAll),
                place.Figure("in-order-of-starts", model).AtMost(AlmostNone),
            }
            select ruling);
    }
}
