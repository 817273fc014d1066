using Interleave.Client.Judging.Readings;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Judging.Readings;

public sealed class ContrastSentencesTests
{
    [Theory]
    [InlineData("better", 200, 500, "choose neither where state is shared and must be right.")]
    [InlineData("worse", 500, 200, "choose neither where state is shared and must be right.")]
    [InlineData("better", 0, 500, "prefer tasks where state is shared and must be right.")]
    [InlineData("worse", 500, 0, "prefer threads where state is shared and must be right.")]
    public void Fewer_of_what_must_never_happen_is_no_reason_to_choose_a_model(string verdict, double own, double baseline, string ending)
    {
        var contrast = new Contrast(
            "race", "unprotected", "tasks", "threads", "lost-updates", own / baseline, null, null, Enum.Parse<Verdict>(verdict, ignoreCase: true));

        var sentence = ContrastSentences.Create(ScenarioCatalogue.All).Write(contrast, Lost("tasks", own), Lost("threads", baseline), []);

        Assert.EndsWith(ending, sentence, StringComparison.Ordinal);
    }

    private static Result Lost(string model, double events) =>
        new("race", "unprotected", model, "lost-updates", "{update}/{step}", Better.Lower, events / 1_000, 0, 1, 6) { Events = events, Occasions = 1_000 };
}
