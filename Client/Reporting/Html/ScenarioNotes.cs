using Interleave.Client.Models;
using Interleave.Client.Reporting.Sources;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Reporting.Html;

/// <summary>What is known of a scenario beside its figures.</summary>
/// <param name="Metrics">Its own metrics: the name, and what it says in words.</param>
/// <param name="CannotAnswer">Models that do not take part, and why.</param>
internal sealed record ScenarioNotes(
    string Name,
    string Question,
    PlotKind? PreferredPlot,
    IReadOnlyDictionary<string, string> Metrics,
    IReadOnlyDictionary<string, string> ParameterUnits,
    IReadOnlyDictionary<string, string> CannotAnswer,
    IReadOnlyList<ModelSource> Sources)
{
    /// <summary>What every model must do, as source; null where it is not known.</summary>
    public SourceFile? Job { get; init; }

    /// <summary>A run may hold a scenario that this version does not know: its figures are shown all the same.</summary>
    public static ScenarioNotes Of(string name, IReadOnlyList<string> models) =>
        ScenarioCatalogue.All.FirstOrDefault(scenario => scenario.Name == name) is { } scenario
            ? Of(scenario, models)
            : new ScenarioNotes(name, "", null, Nothing, Nothing, Nothing, []);

    private static IReadOnlyDictionary<string, string> Nothing => new Dictionary<string, string>();

    private static ScenarioNotes Of(IScenario scenario, IReadOnlyList<string> models) => new(
        scenario.Name,
        scenario.Question,
        scenario.PreferredPlot,
        scenario.Metrics.ToDictionary(metric => metric.Name, metric => metric.Description),
        scenario.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Unit),
        Model.All.Where(model => models.Contains(model.Name) && scenario.WhyNot(model) is not null)
            .ToDictionary(model => model.Name, model => scenario.WhyNot(model)!), // Not null: just asked.
        [
            .. scenario.Models.Where(model => models.Contains(model.Name))
            .Select(model => ScenarioSources.Of(scenario, model))
            .Where(source => source.Files.Count > 0)])
    {
        Job = ScenarioSources.JobOf(scenario),
    };
}
