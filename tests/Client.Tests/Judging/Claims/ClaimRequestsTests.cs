using Interleave.Client.Judging.Claims;
using Interleave.Client.Planning;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Judging.Claims;

public sealed class ClaimRequestsTests
{
    [Fact]
    public void Claims_run_their_scenarios_on_the_models_that_they_speak_of_and_on_the_baseline()
    {
        var request = Requests("002-one-thread-async", "001-order").ForAll(new PlanRequest([]) { Rounds = "7" });

        Assert.Equal(["cpu", "io"], request.Scenarios);
        Assert.Equal(["threads", "tasks", "loop"], request.Models);
        Assert.Equal("7", request.Rounds);
    }

    [Fact]
    public void A_scenario_runs_only_on_the_models_that_its_own_claims_speak_of()
    {
        var requests = Requests("002-one-thread-async", "001-order");

        var plan = requests.WithoutIdleModels(new Planner(ScenarioCatalogue.All).Plan(requests.ForAll(new PlanRequest([]))));

        Assert.Equal(["threads", "tasks"], ModelsOf(plan, "cpu"));
        Assert.Equal(["threads", "tasks", "loop"], ModelsOf(plan, "io"));
        Assert.Equal(plan.TrialsPerRound, plan.Scenarios.Sum(scenario => scenario.Pairs.Count()));
    }

    [Fact]
    public void A_run_for_another_number_of_silos_leaves_out_what_other_claims_need()
    {
        var requests = Requests("grain-scale", "002-one-thread-async");
        var request = Assert.Single(requests.ForOtherSilos(new PlanRequest([]), silosOfFirst: 2));

        var plan = requests.WithoutIdleModels(new Planner(ScenarioCatalogue.All).Plan(request with { Models = [] }), silos: 1);

        Assert.Equal(["threads", "grains"], ModelsOf(plan, "cpu"));
    }

    [Fact]
    public void Claims_that_compare_numbers_of_silos_need_a_run_of_each_with_its_own_parameters_only()
    {
        var asked = new PlanRequest([]) { Parameters = ["numbers=2000", "frame=50", "io.delay=5"] };

        var others = Requests("grain-scale", "000-freeze").ForOtherSilos(asked, silosOfFirst: 2).ToList();

        var request = Assert.Single(others);
        Assert.Equal("1", request.Silos);
        Assert.Equal(["cpu", "io"], request.Scenarios);
        Assert.Equal(["threads", "grains"], request.Models);
        Assert.Equal(["numbers=2000", "io.delay=5"], request.Parameters);
    }

    [Theory]
    [InlineData(0, new[] { "2" })]
    [InlineData(1, new[] { "2" })]
    [InlineData(2, new[] { "1" })]
    [InlineData(5, new[] { "1", "2" })]
    public void Each_number_of_silos_is_run_that_the_first_run_did_not_have(int first, string[] others) =>
        Assert.Equal(others, Requests("grain-scale").ForOtherSilos(new PlanRequest([]), first).Select(request => request.Silos));

    [Fact]
    public void Claims_that_compare_no_silos_need_one_run() =>
        Assert.Empty(Requests("001-cpu-two", "grain-cost").ForOtherSilos(new PlanRequest([]), silosOfFirst: 2));

    [Fact]
    public void Claims_without_a_scenario_cannot_be_tested()
    {
        var error = Assert.Throws<UserError>(() =>
            new ClaimRequests([.. ClaimFile.Read().Where(claim => claim.Id == "001-stack")], []).ForAll(new PlanRequest([])));

        Assert.Equal(["001-stack cannot be tested yet: no scenario for it is there."], error.Lines);
    }

    private static ClaimRequests Requests(params string[] ids) => new([.. ClaimFile.Read().Where(claim => ids.Contains(claim.Id))], ScenarioCatalogue.All);

    private static IEnumerable<string> ModelsOf(RunPlan plan, string scenario) =>
        plan.Scenarios.Single(planned => planned.Scenario.Name == scenario).Pairs.Select(pair => pair.Worker.Name).Distinct();
}
