using Interleave.Client.Planning;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Planning;

public sealed class PlaceboTests
{
    [Fact]
    public void Each_model_has_a_twin_that_does_the_same_and_two_that_do_more()
    {
        var placebo = Placebo.Of(new Planner(ScenarioCatalogue.All).Plan(new PlanRequest(["cpu"]) { Models = ["threads", "loop"] }));

        Assert.Equal(
            ["threads", "threads twin", "threads +10 %", "threads +20 %", "loop", "loop twin", "loop +10 %", "loop +20 %"], placebo.Plan.Models);
        Assert.Equal(placebo.Plan.Models, placebo.Scenarios[0].Workers.Select(worker => worker.Name));
        Assert.Equal([1, 1.1, 1.2], placebo.Plan.Twins.Where(twin => twin.Of == "loop").Select(twin => twin.WorkFactor));
    }

    [Fact]
    public void More_work_is_more_of_the_parameter_that_says_how_much_there_is()
    {
        var scenario = Placebo.Of(new Planner(ScenarioCatalogue.All).Plan(new PlanRequest(["cpu"]) { Models = ["threads"], Parameters = ["numbers=1000"] }))
            .Scenarios[0];
        var (numbers, ranges) = (scenario.Scenario.Parameters[0], scenario.Scenario.Parameters[1]);

        Assert.Equal([1000, 1000, 1100, 1200], scenario.Workers.Select(worker => worker.Settings[numbers]));
        Assert.Single(scenario.Workers.Select(worker => worker.Settings[ranges]).Distinct());
    }

    [Fact]
    public void A_scenario_whose_work_no_parameter_sets_has_twins_that_do_the_same_and_no_others()
    {
        var placebo = Placebo.Of(new Planner([new MadeUpScenario("tea")]).Plan(new PlanRequest(["tea"]) { Models = ["threads"] }));

        Assert.Equal(["threads", "threads twin"], placebo.Plan.Models);
    }

    [Fact]
    public void A_worker_calls_a_variant_by_the_name_that_its_own_settings_give_it()
    {
        var scenario = Placebo.Of(new Planner(ScenarioCatalogue.All).Plan(new PlanRequest(["io"]) { Models = ["threads"] })).Scenarios[0];

        Assert.Equal(
            ["http 50ms", "http 50ms", "http 55ms", "http 60ms"], scenario.Workers.Select(worker => scenario.NameFor(worker, scenario.Variants[0])));
    }
}
