using Interleave.Client.Models;
using Interleave.Client.Reporting.Sources;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Tests.Reporting.Sources;

public sealed class ScenarioSourcesTests
{
    public static IEnumerable<object[]> Pairs =>
        ScenarioCatalogue.All.SelectMany(scenario => scenario.Models.Select(model => new object[] { scenario.Name, model.Name }));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_scenario_shows_the_source_of_each_of_its_models(string scenario, string model)
    {
        var source = Of(scenario, model);

        Assert.NotEmpty(source.Files);
        Assert.EndsWith($"On{model}.cs", source.Files[0].Path, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("class", source.Files[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_workload_on_grains_comes_with_what_it_calls_interfaces_first() => Assert.Equal(
        ["Client/Scenarios/Spinner/SpinnerOnGrains.cs", "Grains/Spinner/ISlowGrain.cs", "Grains/Spinner/ISpinnerGrain.cs", "Grains/Spinner/SupervisedGrain.cs"],
        Of("spinner", "grains").Files.Select(file => file.Path));

    [Fact]
    public void The_job_is_what_stands_before_the_scenario_in_its_file()
    {
        var job = ScenarioSources.JobOf(ScenarioCatalogue.All.Single(scenario => scenario.Name == "cpu"));

        Assert.NotNull(job);
        Assert.Contains("record CpuJob(", job.Text, StringComparison.Ordinal);
        Assert.Contains("record CpuAnswer(", job.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("class CpuScenario", job.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("using ", job.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_does_not_take_part_has_no_source() => Assert.Empty(Of("server", "processes").Files);

    private static ModelSource Of(string scenario, string model) =>
        ScenarioSources.Of(ScenarioCatalogue.All.Single(known => known.Name == scenario), Model.All.Single(known => known.Name == model));
}
