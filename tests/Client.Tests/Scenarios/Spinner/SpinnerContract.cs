using Interleave.Client.Scenarios.Spinner;

namespace Interleave.Client.Tests.Scenarios.Spinner;

[Collection(TrialsCollection.Name)]
public sealed class SpinnerContract(Trials trials)
{
    private static readonly (string Name, double Value)[] Small = [("frame", 10), ("delay", 105), ("numbers", 6_000)];

    public static TheoryData<string> Models => Trials.ModelsOf(new SpinnerScenario());

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Every_model_gets_the_result_of_the_slow_work(string model)
    {
        foreach (var variant in new[] { "waiting", "computing" })
        {
            var outcome = await trials.RunAsync(new SpinnerScenario(), variant, model, Small);

            Assert.True(Assert.Single(outcome.Expectations).Ok);
            Assert.True(outcome["stop-latency"] >= 0);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task The_spinner_turns_while_the_slow_work_waits(string model)
    {
        var framesShown = await BestOfFiveAsync("waiting", model, Small);

        Assert.True(framesShown > 0, "Not one frame in all the time that the work waited.");
    }

    [Fact]
    public async Task Computing_freezes_the_loop_for_as_long_as_it_takes()
    {
        var outcome = await trials.RunAsync(new SpinnerScenario(), "computing", "loop", ("frame", 10), ("numbers", 60_000));

        Assert.Equal(0, outcome["frames-shown"]);
        Assert.InRange(outcome["longest-freeze"], 0.8 * outcome["time"], outcome["time"]);
    }

    [Theory]
    [InlineData("threads")]
    [InlineData("pool")]
    [InlineData("tasks")]
    [InlineData("gil")]
    [InlineData("processes")]
    [InlineData("grains")]
    public async Task Computing_beside_the_spinner_does_not_freeze_the_other_models(string model)
    {
        var framesShown = await BestOfFiveAsync("computing", model, ("frame", 10), ("numbers", 150_000));

        Assert.True(framesShown > 0, "Not one frame in all the time that the computation took.");
    }

    [Fact]
    public async Task A_computation_that_yields_now_and_then_lets_the_spinner_of_a_loop_turn()
    {
        var framesShown = await BestOfFiveAsync("computing, yielding", "loop", ("frame", 10), ("numbers", 60_000));

        Assert.True(framesShown > 0, "Not one frame in all the time that the computation took.");
    }

    [Theory]
    [InlineData("waiting, one grain")]
    [InlineData("computing, one grain")]
    public async Task A_grain_that_does_the_slow_work_itself_shows_no_frame_meanwhile(string variant)
    {
        var outcome = await trials.RunAsync(new SpinnerScenario(), variant, "grains", Small);

        Assert.InRange(outcome["longest-freeze"], 0.5 * outcome["time"], outcome["time"]);
        Assert.True(Assert.Single(outcome.Expectations).Ok);
    }

    [Fact]
    public void One_grain_is_compared_with_the_ordinary_variant()
    {
        var variants = new SpinnerScenario().Variants(new(Interleave.Client.Records.Profile.Quick, new Dictionary<string, double>()));

        Assert.Equal(
            ["waiting", "computing"],
            variants.Where(variant => variant.Name.EndsWith("one grain", StringComparison.Ordinal)).Select(variant => variant.ComparedWith));
    }

    /// <summary>A busy machine may hold up any spinner now and then; a model that freezes it does so every time.</summary>
    private async Task<double> BestOfFiveAsync(string variant, string model, params (string Name, double Value)[] given)
    {
        var best = 0.0;
        for (var attempt = 1; attempt <= 5 && best < 0.5; attempt++)
        {
            var outcome = await trials.RunAsync(new SpinnerScenario(), variant, model, given);
            best = Math.Max(best, outcome["frames-shown"]);
        }

        return best;
    }
}
