using Interleave.Client.Judging.Claims;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Judging.Claims;

public sealed class ClaimCatalogueTests
{
    private readonly ClaimCatalogue _catalogue = ClaimCatalogue.Create(ScenarioCatalogue.All);

    [Fact]
    public void Every_claim_has_a_verdict_and_says_what_it_means()
    {
        var verdicts = _catalogue.Judge(new Evidence([new MadeUpRun().Build()])).ToList();

        Assert.Equal(49, verdicts.Select(verdict => verdict.Id).Distinct().Count());
        Assert.All(verdicts, verdict => Assert.All(
            new[] { verdict.Claim, verdict.Evidence, verdict.Meaning, verdict.Repeat }, text => Assert.False(string.IsNullOrWhiteSpace(text))));
    }

    [Fact]
    public void A_run_without_any_trial_tests_nothing() => Assert.All(
        _catalogue.Judge(new Evidence([new MadeUpRun().Build()])),
        verdict => Assert.Equal((Finding.NotTested, true), (verdict.Verdict, verdict.Evidence.StartsWith("needs ", StringComparison.Ordinal))));

    [Fact]
    public void A_claim_whose_scenarios_and_models_are_there_has_a_rule() => Assert.DoesNotContain(
        _catalogue.Judge(new Evidence([new MadeUpRun().Build()])), verdict => verdict.Evidence == "needs a rule");

    [Fact]
    public void Claims_speak_of_models_that_there_are() =>
        Assert.Empty(_catalogue.Claims.SelectMany(claim => claim.Models).Except(Model.All.Select(model => model.Name)));

    [Fact]
    public void A_claim_whose_scenario_is_not_there_names_it() => Assert.Equal(
        ["`memory`"], new ClaimCatalogue(ClaimFile.Read(), [], []).Lacking(_catalogue.Claims.Single(claim => claim.Id == "001-stack")));

    [Fact]
    public void The_same_figures_give_the_same_verdicts()
    {
        var run = new MadeUpRun().Figures("cpu", "two", "threads", "speed-up", 1.7, 1.8, 1.9).Build();

        Assert.Equal(_catalogue.Judge(new Evidence([run])), ClaimCatalogue.Create(ScenarioCatalogue.All).Judge(new Evidence([run])));
    }

    [Fact]
    public void The_command_that_repeats_a_claim_has_the_run_s_own_plan() => Assert.Contains(
        "interleave claims 001-cpu-two --profile quick --rounds 1 --silos 2 --seed 7",
        _catalogue.Judge(new Evidence([new MadeUpRun().Build()])).Select(verdict => verdict.Repeat));
}
