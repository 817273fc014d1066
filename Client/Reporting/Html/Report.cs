using Interleave.Client.Records;
using Interleave.Client.Reporting.Overview;
using Interleave.Client.Scenarios;
using Interleave.Client.Telemetry.Timelines;

namespace Interleave.Client.Reporting.Html;

/// <summary>All that the page is made from.</summary>
/// <param name="Timelines">One of each traced trial; none where the run kept no traces.</param>
internal sealed record Report(Run Run, IReadOnlyList<Timeline> Timelines, IReadOnlyList<ScenarioNotes> Scenarios)
{
    /// <summary>Why the traces could not be read, so that there are no lanes; null where they could.</summary>
    public string? TracesFault { get; init; }

    /// <summary>Bars, columns and lanes stand in this order on the whole page.</summary>
    public IReadOnlyList<string> Models { get; } =
    [
        .. Run.Trials.Select(trial => trial.Model).Concat(Run.Plan.Models).Distinct().OrderBy(ModelColours.Position),
    ];

    public RunFigures Figures { get; } = new(Run, ScenarioCatalogue.All);

    /// <summary>In the plan's order: those that answer the scenario's question first.</summary>
    public IReadOnlyList<string> MetricsOf(string scenario)
    {
        var measured = Run.Results.Where(result => result.Scenario == scenario).Select(result => result.Metric).Distinct().ToList();
        return [.. Figures.HeadlinesOf(scenario).Where(measured.Contains).Union(measured)];
    }

    /// <summary>In the plan's order, whatever order chance gave the trials.</summary>
    public IReadOnlyList<string> VariantsOf(string scenario)
    {
        var tried = Run.Trials.Where(trial => trial.Scenario == scenario).Select(trial => trial.Variant).Distinct().ToList();
        var planned = Run.Plan.Variants.Where(variant => variant.Scenario == scenario).Select(variant => variant.Name).ToList();
        return [.. planned.Intersect(tried), .. tried.Except(planned)];
    }
}
