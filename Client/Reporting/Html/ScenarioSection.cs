using System.Xml.Linq;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Overview;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>One scenario: its question, plots, lanes, figures, checks and source; folded where the page has several.</summary>
internal static class ScenarioSection
{
    public static XElement Of(Report report, ScenarioNotes scenario) => FoldedSection(
        Slug(scenario.Name),
        scenario.Name,
        scenario.Question,
        open: report.Scenarios.Count == 1,
        Parameters(scenario, report.Run.Trials.LastOrDefault(trial => trial.Scenario == scenario.Name)?.Parameters),
        scenario.CannotAnswer.Select(reason => Tag("p.hint", ModelTag.Of(reason.Key), $" does not take part: {reason.Value}")),
        report.Run.Results.Any(result => result.Scenario == scenario.Name) ? Content(report, scenario) : NothingMeasured(report.Run, scenario),
        SourceColumns.Of(scenario));

    private static IEnumerable<object?> Content(Report report, ScenarioNotes scenario)
    {
        var failed = report.Run.Checks.Where(check => check.Scenario == scenario.Name && !check.Ok).ToList();
        yield return failed.Count == 0
            ? null
            : Tag("div.alarm", Tag("p", Tag("b", "Failed checks: some figures here cannot be relied on")), Tag("ul", ChecksSection.Failed(failed)));
        yield return Tag("div.plots", ScenarioPlots.Of(report, scenario));
        yield return CircleFigures.Of(report, scenario);
        yield return LaneFigure.Of(report, scenario);
        yield return Tag("h3", "Figures and what they mean");
        yield return Variants(report, scenario);
    }

    /// <summary>Says it once, in place of tables without figures.</summary>
    private static XElement NothingMeasured(Run run, ScenarioNotes scenario)
    {
        var errors = run.Trials.Where(trial => trial.Scenario == scenario.Name).Select(trial => trial.Error).OfType<string>().Distinct().ToList();
        return Tag("p.alarm", errors.Count == 0 ? "Nothing was measured." : $"Nothing was measured: every trial failed. {errors[0]}");
    }

    /// <summary>The many steps of a sweep are folded: its plot has told the story.</summary>
    private static IEnumerable<XElement> Variants(Report report, ScenarioNotes scenario)
    {
        var groups = VariantGroup.Of(report.Figures, scenario.Name);
        var swept = Sweep.Among(groups.Select(group => group.Home)).SelectMany(sweep => sweep.Steps).Select(step => step.Variant).ToHashSet();
        return groups.Select(group => swept.Contains(group.Home)
            ? Fold($"Figures: {group.Home}", VariantFigures.Of(report, scenario, group))
            : VariantFigures.Of(report, scenario, group));
    }

    private static XElement? Parameters(ScenarioNotes scenario, IReadOnlyDictionary<string, double>? values) => values is null || values.Count == 0
        ? null
        : Tag("p.hint", $"With {string.Join(", ", values.Select(value => Parameter(value, scenario.ParameterUnits)))}.");

    private static string Parameter(KeyValuePair<string, double> value, IReadOnlyDictionary<string, string> units) =>
        $"{Words.Spoken(value.Key)} {Quantity.Format(value.Value, units.GetValueOrDefault(value.Key, "1"))}";
}
