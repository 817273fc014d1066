using Interleave.Client.Planning;
using Interleave.Client.Records;
using Interleave.Client.Scenarios.Cancel;
using Interleave.Silo;

namespace Interleave.Client.Tests.Planning;

public sealed class PlannerTests
{
    private readonly Planner _planner = new([new MadeUpScenario("tea"), new MadeUpScenario("io")]);

    [Fact]
    public void Every_fault_is_reported_at_once()
    {
        var error = Assert.Throws<UserError>(() => _planner.Plan(new PlanRequest(["tee"])
        {
            Models = ["thread"],
            Rounds = "0",
            Silos = "many",
            Seed = "-1",
            Profile = "quik",
            Parameters = ["delay"],
        }));

        Assert.Equal(7, error.Lines.Count);
        Assert.Contains(
            error.Lines, line => line.Contains("'tee'", StringComparison.Ordinal) && line.Contains("did you mean 'tea'?", StringComparison.Ordinal));
        Assert.Contains(error.Lines, line => line.Contains("did you mean 'threads'?", StringComparison.Ordinal));
        Assert.Contains("--rounds is '0': a whole number from 1 to 1000 is allowed.", error.Lines);
    }

    [Fact]
    public void A_parameter_out_of_its_range_is_refused_with_the_range()
    {
        var error = Assert.Throws<UserError>(() => _planner.Plan(new PlanRequest(["tea"]) { Parameters = ["delay=99999"] }));

        Assert.Equal("Parameter tea.delay in --param is '99999': a number from 1 to 1000 (ms) is allowed.", Assert.Single(error.Lines));
    }

    [Fact]
    public void An_unknown_parameter_is_refused_with_the_nearest_name()
    {
        var error = Assert.Throws<UserError>(() => _planner.Plan(new PlanRequest(["tea"]) { Parameters = ["dealy=5"] }));

        Assert.Contains("did you mean 'delay'?", Assert.Single(error.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_reaches_every_scenario_that_has_it_unless_it_names_one()
    {
        var plan = _planner.Plan(new PlanRequest(["tea", "io"]) { Parameters = ["delay=7", "io.delay=9"] });

        Assert.Equal([7, 9], plan.Scenarios.Select(scenario => scenario.Settings[MadeUpScenario.Delay]));
    }

    [Theory]
    [InlineData("tea io", "quick", false)]
    [InlineData("tea", "quick", true)]
    [InlineData("tea io", "standard", true)]
    public void A_quick_run_of_several_scenarios_traces_their_headline_variants_alone(string scenarios, string profile, bool tracesAll)
    {
        var plan = _planner.Plan(new PlanRequest(scenarios.Split(' ')) { Profile = profile });

        Assert.True(plan.Traces(new MadeUpVariant()));
        Assert.Equal(tracesAll, plan.Traces(new MadeUpVariant { IsHeadline = false }));
        Assert.True(plan.ExpectedTrials > plan.TrialsPerRound * plan.Plan.Rounds);
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("30", 3)]
    public void No_launch_is_planned_without_a_round(string rounds, int launches) =>
        Assert.Equal(launches, _planner.Plan(new PlanRequest(["tea"]) { Profile = "standard", Rounds = rounds }).Plan.Launches);

    [Fact]
    public void Where_silos_place_grains_is_a_parameter_of_any_scenario()
    {
        var plan = _planner.Plan(new PlanRequest(["tea", "io"]) { Parameters = ["placement=hash"] });

        Assert.Equal(Placement.Hash, plan.Placement);
        Assert.Equal("hash", plan.Plan.Parameters["placement"]);
        var error = Assert.Throws<UserError>(() => _planner.Plan(new PlanRequest(["tea"]) { Parameters = ["placement=nowhere"] }));
        Assert.StartsWith("placement in --param: nowhere: no such way", Assert.Single(error.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_name_the_tour_runs_as_far_as_its_scenarios_exist()
    {
        var plan = _planner.Plan(new PlanRequest([]));

        Assert.Equal(["io"], plan.Plan.Scenarios);
    }

    [Fact]
    public void A_model_that_is_named_twice_takes_part_once() =>
        Assert.Equal("tasks", Assert.Single(_planner.Plan(new PlanRequest(["tea"]) { Models = ["tasks", "tasks"] }).Scenarios[0].Models).Name);

    [Fact]
    public void The_metrics_that_answer_the_question_come_first()
    {
        var scenario = new CancelScenario();
        var headlines = scenario.Headlines.Select(metric => metric.Name).ToList();

        var metrics = new Planner([scenario]).Plan(new PlanRequest(["cancel"])).Plan.Metrics;

        Assert.Equal(headlines, metrics.Take(headlines.Count).Select(metric => metric.Name));
        Assert.All(metrics, metric => Assert.Equal(headlines.Contains(metric.Name), metric.IsHeadline));
    }

    [Fact]
    public void All_means_every_scenario()
    {
        Assert.Equal(["tea", "io"], _planner.Plan(new PlanRequest(["all"])).Plan.Scenarios);
    }

    [Theory]
    [InlineData("quick", Profile.Quick, 6, 1)]
    [InlineData("standard", Profile.Standard, 10, 3)]
    [InlineData("thorough", Profile.Thorough, 20, 5)]
    internal void The_profile_sets_rounds_and_launches(string name, Profile profile, int rounds, int launches)
    {
        var plan = _planner.Plan(new PlanRequest(["tea"]) { Profile = name }).Plan;

        Assert.Equal((profile, rounds, launches), (plan.Profile, plan.Rounds, plan.Launches));
    }

    [Fact]
    public void A_model_that_no_chosen_scenario_answers_to_is_refused()
    {
        var error = Assert.Throws<UserError>(() => _planner.Plan(new PlanRequest(["tea"]) { Models = ["processes"] }));

        Assert.Equal("Model 'processes' in --models answers none of tea. Allowed: threads, tasks.", Assert.Single(error.Lines));
    }
}
