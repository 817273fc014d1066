using System.Xml.Linq;
using Interleave.Client.Records;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>One scenario: its question, plots, lanes, figures, checks and source.</summary>
internal static class ScenarioSection
{
    public static XElement Of(Report report, ScenarioNotes scenario)
    {
        var trials = report.Run.Trials.Where(trial => trial.Scenario == scenario.Name).ToList();
        var failed = report.Run.Checks.Where(check => check.Scenario == scenario.Name && !check.Ok).ToList();
        return Tag(
            "section.scenario",
            Attribute("id", Slug(scenario.Name)),
            Attribute("aria-labelledby", $"{Slug(scenario.Name)}-heading"),
            Tag("h2", Attribute("id", $"{Slug(scenario.Name)}-heading"), Tag("span.kind", "scenario "), scenario.Name),
            Tag("p.question", scenario.Question),
            Parameters(scenario, trials.LastOrDefault()?.Parameters),
            scenario.CannotAnswer.Select(reason => Tag("p.hint", ModelTag.Of(reason.Key), $" does not take part: {reason.Value}")),
            failed.Count == 0 ? null : Tag("div.alarm", Tag("p", Tag("b", "Failed checks spoil figures here")), Tag("ul", failed.Select(check => Tag("li", ChecksSection.InWords(check))))),
            Tag("div.plots", ScenarioPlots.Of(report, scenario)),
            LaneFigure.Of(report, scenario),
            Tag("h3", "Figures and what they mean"),
            Variants(report, scenario, report.VariantsOf(scenario.Name)),
            SourceColumns.Of(scenario));
    }

    /// <summary>The many steps of a sweep are folded: its plot has told the story.</summary>
    private static IEnumerable<XElement> Variants(Report report, ScenarioNotes scenario, IReadOnlyList<string> variants)
    {
        var swept = Sweep.Among(variants).SelectMany(sweep => sweep.Steps).Select(step => step.Variant).ToHashSet();
        return variants.Select(variant => swept.Contains(variant)
            ? Fold($"Figures: {variant}", VariantFigures.Of(report, scenario, variant))
            : VariantFigures.Of(report, scenario, variant));
    }

    private static XElement? Parameters(ScenarioNotes scenario, IReadOnlyDictionary<string, double>? values) => values is null || values.Count == 0
        ? null
        : Tag("p.hint", $"With {string.Join(", ", values.Select(value => $"{Words.Spoken(value.Key)} {Quantity.Format(value.Value, scenario.ParameterUnits.GetValueOrDefault(value.Key, "1"))}"))}.");
}
