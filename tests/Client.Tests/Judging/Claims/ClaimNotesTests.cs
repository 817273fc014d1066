using Interleave.Client.Judging.Claims;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;
using Interleave.Client.Tests.Planning;

namespace Interleave.Client.Tests.Judging.Claims;

public sealed class ClaimNotesTests
{
    private static readonly MadeUpScenario Cpu = Scenario("cpu", Model.Threads);
    private static readonly MadeUpScenario Dinner = Scenario("dinner", Model.Threads);

    [Fact]
    public void A_model_that_no_scenario_has_yet_is_named_as_missing_from_this_version()
    {
        var run = new MadeUpRun()
            .Figures("spinner", "computing", "loop", "frames-shown", MadeUpRun.Six(0))
            .Figures("spinner", "computing", "threads", "frames-shown", MadeUpRun.Six(1));

        var verdict = Decide("000-freeze", run, Scenario("spinner", Model.Threads, Model.Loop));

        Assert.Equal((Finding.NotTested, "needs the model `gil`, which this version lacks"), (verdict.Verdict, verdict.Evidence));
    }

    [Fact]
    public void A_model_that_a_run_left_out_is_named_as_missing_from_the_run()
    {
        var run = new MadeUpRun().Check("spinner", "waiting", "threads", 1, "result of the slow work", ok: true)
            .Check("spinner", "waiting", "tasks", 1, "result of the slow work", ok: true)
            .Check("spinner", "computing", "threads", 1, "result of the slow work", ok: true)
            .Check("spinner", "computing", "tasks", 1, "result of the slow work", ok: true);

        var verdict = Decide("000-equivalent", run, Scenario("spinner", Model.Threads, Model.Tasks, Model.Loop, Model.Grains));

        Assert.Equal(Finding.NotTested, verdict.Verdict);
        Assert.StartsWith(
            "needs the model `loop` and the model `grains`, which this run leaves out; so far waiting: threads right 1 of 1 times", verdict.Evidence,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_that_the_run_does_not_hold_is_named_though_it_holds_another()
    {
        var verdict = Decide("002-parallel", SpeedUp(1.9), Cpu, Dinner);

        Assert.Equal((Finding.NotTested, "needs a run of `dinner`"), (verdict.Verdict, verdict.Evidence));
    }

    [Fact]
    public void A_verdict_that_rests_on_disturbed_rounds_says_so()
    {
        var run = Parallel(1.9).Change("cpu", "two", "threads", 2, trial => trial with { Disturbed = true });

        Assert.EndsWith("; the machine disturbed 1 of 12 trials", Decide("002-parallel", run, Cpu, Dinner).Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variant_or_scenario_that_the_run_does_not_hold_is_named()
    {
        Assert.Equal("needs a run of `cpu`; needs a run of `dinner`", Needs(new MadeUpRun()));
        Assert.Equal("needs the variant `two` of `cpu`; needs a run of `dinner`", Needs(new MadeUpRun().Figures("cpu", "all cores", "threads", "speed-up", 1)));
        Assert.Equal("needs the metric `speed-up`; needs a run of `dinner`", Needs(new MadeUpRun().Figures("cpu", "two", "threads", "time", 1)));

        static string Needs(MadeUpRun run) => Decide("002-parallel", run, Cpu, Dinner).Evidence;
    }

    [Theory]
    [InlineData(1.9, Finding.Supported, "Threads make use of the cores that are paid for.")]
    [InlineData(1.1, Finding.Refuted, "A second core brought little; check the limits of the container and what else runs.")]
    internal void Each_verdict_comes_with_its_own_advice(double speedUp, Finding finding, string advice)
    {
        var verdict = Decide("002-parallel", Parallel(speedUp), Cpu, Dinner);

        Assert.Equal((finding, advice), (verdict.Verdict, verdict.Meaning));
    }

    private static MadeUpScenario Scenario(string name, params Model[] models) => new(name) { Models = models };

    private static MadeUpRun Parallel(double speedUp) =>
        SpeedUp(speedUp).Figures("dinner", "all cores", "threads", "running-together", MadeUpRun.Six(speedUp / 2));

    private static MadeUpRun SpeedUp(double speedUp) => new MadeUpRun().Figures("cpu", "two", "threads", "speed-up", MadeUpRun.Six(speedUp));

    private static ClaimVerdict Decide(string id, MadeUpRun run, params IScenario[] scenarios) =>
        ClaimCatalogue.Create(scenarios).Decide([run.Build()]).Single(claim => claim.Id == id);
}
