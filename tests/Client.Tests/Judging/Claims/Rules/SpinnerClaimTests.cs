using Interleave.Client.Records;

namespace Interleave.Client.Tests.Judging.Claims.Rules;

/// <summary>The rules that read <c>spinner</c>, on figures made up for every verdict.</summary>
public sealed class SpinnerClaimTests : ClaimTests
{
    private static readonly string[] Models = ["threads", "loop", "gil", "grains"];

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
            foreach (var model in Models)
            {
                run.Check("spinner", variant, model, 1, "result of the slow work", threads || model != "threads");
            }

            if (tasks is { } ok)
            {
                run.Check("spinner", variant, "tasks", 1, "result of the slow work", ok);
            }
        }

        Expect(expected, "000-equivalent", run);
    }

    [Theory]
    [InlineData(Refuted, new[] { 0.8, 0.9, 1, 0.8, 0.9, 1 }, new[] { 0.9, 1, 1, 0.9, 1, 1 })]
    [InlineData(Refuted, new[] { 0.0, 0, 0, 0, 0, 0 }, new[] { 0.1, 0.2, 0.3, 0.1, 0.2, 0.3 })]
    [InlineData(NotTested, new[] { 0.0, 0, 0, 0, 0, 0 }, new[] { 0.9, 1, 1, 0.9, 1, 1 })]
    [InlineData(NotTested, new double[0], new[] { 1.0, 1, 1, 1, 1, 1 })]
    public void Freezing_is_refuted_by_halves_and_not_supported_by_halves(string expected, double[] loop, double[] threads) =>
        Expect(expected, "000-freeze", Frames(loop, threads));

    [Theory]
    [InlineData(Supported, new[] { 0, 0, 0.2, 0, 0, 0 }, new[] { 0.9, 1, 1, 0.9, 1, 1 })]
    [InlineData(Refuted, new[] { 0.0, 0, 0, 0, 0, 0 }, new[] { 0.0, 0, 0, 0, 0, 0 })]
    [InlineData(Inconclusive, new[] { 0, 0, 0.6, 0, 0, 0 }, new[] { 0.9, 1, 1, 0.9, 1, 1 })]
    [InlineData(Inconclusive, new[] { 0.0, 0, 0, 0, 0, 0 }, new[] { 0.9, 0.4, 1, 0.9, 1, 1 })]
    public void Freezing_asks_the_loop_and_threads_with_a_global_lock_and_without(string expected, double[] loop, double[] gil) =>
        Expect(expected, "000-freeze", Frames(loop, Six(1)).Figures("spinner", "computing", "gil", "frames-shown", gil));

    private static MadeUpRun Frames(double[] loop, double[] threads) => new MadeUpRun()
        .Figures("spinner", "computing", "loop", "frames-shown", loop)
        .Figures("spinner", "computing", "threads", "frames-shown", threads)
        .Metric("spinner", "frames-shown", Quantity.Share, Better.Higher);
}
