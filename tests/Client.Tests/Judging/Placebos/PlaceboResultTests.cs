using Interleave.Client.Judging;
using Interleave.Client.Judging.Placebos;
using Interleave.Client.Records;

namespace Interleave.Client.Tests.Judging.Placebos;

public sealed class PlaceboResultTests
{
    [Fact]
    public void A_verdict_on_a_twin_that_did_the_same_is_wrong()
    {
        var placebo = Placebo(twin: 2, tenth: 2, fifth: 2);

        Assert.Equal((1, 1), (placebo.Outcome.Wrong, placebo.Outcome.Contrasts));
    }

    [Fact]
    public void More_work_is_found_where_the_verdict_is_worse()
    {
        var placebo = Placebo(twin: 1, tenth: 1.02, fifth: 1.2);

        Assert.Equal("wrong verdicts: 0 of 1; planted 10 % found: 0 of 1; planted 20 % found: 1 of 1", placebo.Outcome.InOneLine);
    }

    [Fact]
    public void A_planted_difference_that_was_called_better_was_not_found() =>
        Assert.Equal((0, 1), (Placebo(twin: 1, tenth: 1, fifth: 0.5).Outcome.FifthFound, Placebo(twin: 1, tenth: 1, fifth: 0.5).Outcome.Fifths));

    [Fact]
    public void Nothing_is_planted_in_a_variant_that_fixes_its_work() =>
        Assert.Equal(0, Placebo(twin: 1, tenth: 1, fifth: 1, fixedWork: true).Outcome.Fifths);

    [Fact]
    public void Twins_are_contrasted_with_their_model_and_with_nothing_else() =>
        Assert.Equal(
            [("loop twin", "loop"), ("loop +10 %", "loop"), ("loop +20 %", "loop")],
            Placebo(twin: 1, tenth: 1, fifth: 1).Run.Contrasts.Select(contrast => (contrast.Model, contrast.Baseline)));

    private static PlaceboResult Placebo(double twin, double tenth, double fifth, bool fixedWork = false)
    {
        var run = new MadeUpRun();
        List<(string, double, double)> models = [("loop", 1, 10), ("loop twin", twin, 10), ("loop +10 %", tenth, 11), ("loop +20 %", fifth, 12)];
        foreach (var (model, time, work) in models)
        {
            var parameters = new Dictionary<string, double> { ["numbers"] = fixedWork ? 10 : work };
            run.Figures("cpu", "two", model, "time", MadeUpRun.Six(time));
            for (var round = 1; round <= 6; round++)
            {
                run.Change("cpu", "two", model, round, trial => trial with { Parameters = parameters });
            }
        }

        var built = run.Metric("cpu", "time", "s", Better.Lower).Build();
        return PlaceboResult.Of(Judge.Create([]).Conclude(built with
        {
            Plan = built.Plan with { Twins = [new("loop twin", "loop", 1), new("loop +10 %", "loop", 1.1), new("loop +20 %", "loop", 1.2)] },
        }));
    }
}
