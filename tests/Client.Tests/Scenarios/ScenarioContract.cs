using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Scenarios;

/// <summary>What every scenario keeps to, tried with each parameter at its minimum.</summary>
[Collection(TrialsCollection.Name)]
public sealed class ScenarioContract(Trials trials)
{
    private const string HyphenatedWords = "^[a-z0-9]+(-[a-z0-9]+)*$";

    public static TheoryData<string> Scenarios => [.. ScenarioCatalogue.All.Select(scenario => scenario.Name)];

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var scenario in ScenarioCatalogue.All)
            {
                scenario.Models.ToList().ForEach(model => pairs.Add(scenario.Name, model.Name));
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Every_model_gives_a_right_answer_in_every_variant(string scenario, string model)
    {
        foreach (var variant in Smallest(scenario).Where(variant => variant.NeedsSilos <= 1 && variant.Models.Any(known => known.Name == model)))
        {
            HoldsUp(variant, await trials.RunAsync(Named(scenario), variant.Name, model, Minima(scenario)));
        }
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Grains_give_a_right_answer_over_several_silos(string scenario)
    {
        foreach (var variant in Smallest(scenario).Where(variant => variant.NeedsSilos > 1))
        {
            HoldsUp(variant, await trials.RunOverSilosAsync(Named(scenario), variant.Name, Minima(scenario)));
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Every_figure_is_one_that_the_scenario_lists(string scenario, string model)
    {
        var listed = Named(scenario).Metrics.Concat(CommonMetrics.All).Select(metric => metric.Name).ToHashSet();
        var variant = Smallest(scenario).First(variant => variant.Models.Any(known => known.Name == model));

        var outcome = await trials.RunAsync(Named(scenario), variant.Name, model, Minima(scenario));

        Assert.Subset(listed, outcome.Figures.Keys.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Names_can_be_typed_and_addressed(string scenario)
    {
        var metrics = Named(scenario).Metrics.Select(metric => metric.Name).ToList();
        var parameters = Named(scenario).Parameters.Select(parameter => parameter.Name).ToList();

        Assert.All([scenario, .. metrics, .. parameters], name => Assert.Matches(HyphenatedWords, name));
        Assert.Equal(metrics.Distinct(), metrics);
        Assert.Equal(parameters.Distinct(), parameters);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Every_profile_lies_within_the_range_of_each_parameter(string scenario) =>
        Assert.All(Named(scenario).Parameters, parameter =>
            Assert.All(Enum.GetValues<Profile>(), profile => Assert.InRange(parameter.Default(profile), parameter.Minimum, parameter.Maximum)));

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Every_variant_can_be_contrasted_with_the_baseline(string scenario)
    {
        var variants = Smallest(scenario).ToDictionary(variant => variant.Name);

        Assert.All(variants.Values, variant => Assert.Contains(Model.Baseline, variants[variant.ComparedWith].Models));
    }

    private static void HoldsUp(IVariant variant, TrialOutcome outcome)
    {
        Assert.NotEmpty(outcome.Expectations);
        // How punctual the generator is depends on what else this machine does.
        Assert.All(
            outcome.Expectations.Where(expectation => !expectation.Name.StartsWith("generator", StringComparison.Ordinal)),
            expectation => Assert.True(expectation.Ok, $"{variant.Name}, {expectation}"));
        Assert.Equal(outcome.Recorder.Counts.Started, outcome.Recorder.Counts.Completed + outcome.Recorder.Counts.ExpectedFailures);
    }

    private static IScenario Named(string name) => ScenarioCatalogue.All.Single(scenario => scenario.Name == name);

    private static IReadOnlyList<IVariant> Smallest(string scenario) =>
        Named(scenario).Variants(new Settings(Profile.Quick, Minima(scenario).ToDictionary(pair => pair.Name, pair => pair.Value)));

    private static (string Name, double Value)[] Minima(string scenario) =>
        [.. Named(scenario).Parameters.Select(parameter => (parameter.Name, parameter.Minimum))];
}
