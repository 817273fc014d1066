namespace Interleave.Client.Tests.Judging.Claims.Rules;

/// <summary>The rules that read <c>spinner</c>, on figures made up for every verdict.</summary>
public sealed class SpinnerClaimTests : ClaimTests
{
    [Theory]
    [InlineData(Supported, true, true)]
    [InlineData(Refuted, true, false)]
    [InlineData(Refuted, false, true)]
    [InlineData(NotTested, true, null)]
    public void Equivalence_asks_every_model_for_the_right_answer(string expected, bool threads, bool? tasks)
    {
        var run = new MadeUpRun();
        foreach (var variant in new[] { "waiting", "computing" })
        {
            run.Check("spinner", variant, "threads", 1, "result of the slow work", threads);
            if (tasks is { } ok)
            {
                run.Check("spinner", variant, "tasks", 1, "result of the slow work", ok);
            }
        }

        Expect(expected, "000-equivalent", run);
    }

    [Theory]
    [InlineData(Supported, new[] { 0, 0, 0.2 }, new[] { 0.9, 1, 1 })]
    [InlineData(Refuted, new[] { 0.8, 0.9, 1 }, new[] { 0.9, 1, 1 })]
    [InlineData(Refuted, new[] { 0.0, 0, 0 }, new[] { 0.1, 0.2, 0.3 })]
    [InlineData(Inconclusive, new[] { 0, 0, 0.6 }, new[] { 0.9, 1, 1 })]
    [InlineData(Inconclusive, new[] { 0.0, 0, 0 }, new[] { 0.9, 0.4, 1 })]
    [InlineData(NotTested, new double[0], new[] { 1.0, 1, 1 })]
    public void Freezing_asks_for_the_frames_of_loop_and_threads(string expected, double[] loop, double[] threads) => Expect(expected, "000-freeze", new MadeUpRun()
        .Figures("spinner", "computing", "loop", "frames-shown", loop)
        .Figures("spinner", "computing", "threads", "frames-shown", threads));

    [Fact]
    public void Freezing_asks_threads_under_a_global_lock_too_where_they_ran() => Expect(Refuted, "000-freeze", new MadeUpRun()
        .Figures("spinner", "computing", "loop", "frames-shown", 0, 0, 0)
        .Figures("spinner", "computing", "threads", "frames-shown", 1, 1, 1)
        .Figures("spinner", "computing", "gil", "frames-shown", 0, 0, 0));
}
