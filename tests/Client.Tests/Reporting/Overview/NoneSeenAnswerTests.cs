using Interleave.Client.Records;
using Interleave.Client.Reporting.Overview;

namespace Interleave.Client.Tests.Reporting.Overview;

public sealed class NoneSeenAnswerTests
{
    private const string Noun = "lost updates";

    [Fact]
    public void Only_models_in_which_none_was_seen_serve_however_few_the_others_show() =>
        Assert.Equal(
            "loop or grains (lost updates none in 1,000 steps); not threads or tasks (lost updates 20 % to 50 %).",
            NoneSeenAnswer.Of([Lost("threads", 500), Lost("tasks", 200), Lost("loop", 0), Lost("grains", 0)], Noun));

    [Fact]
    public void Where_every_model_shows_some_none_serves() =>
        Assert.Equal("not threads (lost updates 50 %).", NoneSeenAnswer.Of([Lost("threads", 500)], Noun));

    [Fact]
    public void None_was_seen_in_as_many_occasions_as_the_model_with_the_fewest_had() =>
        Assert.Equal(
            "loop or grains (lost updates none in 10 steps).",
            NoneSeenAnswer.Of([Lost("loop", 0), Lost("grains", 0) with { Occasions = 10 }], Noun));

    private static Result Lost(string model, double events) =>
        new("race", "unprotected", model, "lost-updates", "{update}/{step}", Better.Lower, events / 1_000, 0, 1, 6) { Events = events, Occasions = 1_000 };
}
