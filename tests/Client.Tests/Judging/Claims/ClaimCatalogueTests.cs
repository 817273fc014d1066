using Interleave.Client.Judging;
using Interleave.Client.Judging.Claims;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Judging.Claims;

public sealed class ClaimCatalogueTests
{
    private readonly ClaimCatalogue _catalogue = ClaimCatalogue.Create(ScenarioCatalogue.All);

    [Fact]
    public void Every_claim_stands_in_the_file_once_with_different_advice_for_each_verdict()
    {
        Assert.Equal(49, _catalogue.Claims.Select(claim => claim.Id).Distinct().Count());
        Assert.Equal(49, _catalogue.Claims.Count);
        Assert.All(_catalogue.Claims, claim => Assert.NotEqual(claim.Meaning.Supported, claim.Meaning.Refuted));
    }

    [Fact]
    public void A_verdict_carries_the_words_of_its_claim()
    {
        var verdicts = _catalogue.Decide([new MadeUpRun().Build()]);

        Assert.All(verdicts.Zip(_catalogue.Claims), pair => Assert.Equal((pair.Second.Id, pair.Second.Statement), (pair.First.Id, pair.First.Claim)));
    }

    [Fact]
    public void A_run_without_any_trial_tests_nothing() => Assert.All(
        _catalogue.Decide([new MadeUpRun().Build()]),
        verdict =>
        {
            Assert.Equal((Finding.NotTested, "Nothing is known of it on this machine."), (verdict.Verdict, verdict.Meaning));
            Assert.StartsWith("needs ", verdict.Evidence, StringComparison.Ordinal);
        });

    [Fact]
    public void A_claim_whose_scenarios_and_models_are_there_has_a_rule() => Assert.DoesNotContain(
        _catalogue.Decide([new MadeUpRun().Build()]), verdict => verdict.Evidence == "needs a rule, which this version lacks");

    [Fact]
    public void Every_claim_has_its_rule() =>
        Assert.Equal([], _catalogue.Claims.Select(claim => claim.Id).Except(ClaimCatalogue.Rules().Select(rule => rule.Claim)));

    /// <remarks><c>claims</c> runs no others. Rules that ask for a model do so by its name, in quotes.</remarks>
    [Fact]
    public void A_rule_asks_for_no_model_that_its_claim_does_not_speak_of()
    {
        var rules = Directory.EnumerateFiles(Path.Combine(Repository.Root, "Client/Judging/Claims/Rules"), "*.cs", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);

        Assert.All(ClaimCatalogue.Rules(), rule => Assert.Empty(
            Model.All.Select(model => model.Name).Where(name => rules[rule.GetType().Name].Contains($"\"{name}\"", StringComparison.Ordinal))
                .Except(_catalogue.Claims.Single(claim => claim.Id == rule.Claim).Models)));
    }

    [Fact]
    public void Every_rule_decides_a_claim_of_the_file() =>
        Assert.Empty(ClaimCatalogue.Rules().Select(rule => rule.Claim).Except(_catalogue.Claims.Select(claim => claim.Id)));

    [Fact]
    public void Claims_speak_of_models_that_there_are() =>
        Assert.Empty(_catalogue.Claims.SelectMany(claim => claim.Models).Except(Model.All.Select(model => model.Name)));

    [Fact]
    public void A_claim_whose_scenario_is_not_there_names_it() => Assert.Equal(
        "needs the scenario `memory`, which this version lacks",
        ClaimCatalogue.Create([]).Decide([new MadeUpRun().Build()]).Single(verdict => verdict.Id == "001-stack").Evidence);

    [Fact]
    public void A_run_is_judged_with_the_claims_that_it_tests()
    {
        var figures = new MadeUpRun().Figures("isolation", "unhandled exception", "threads", "program-died", MadeUpRun.Six(1)).Build();

        var run = Judge.Create(ScenarioCatalogue.All).Conclude(figures);

        Assert.Equal(_catalogue.Decide([run]), run.Claims);
        Assert.Equal(Finding.Supported, run.Claims.Single(claim => claim.Id == "002-crash").Verdict);
    }
}
