using Interleave.Client.Records;
using Interleave.Client.Reporting.Overview;
using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>One scenario on the terminal: a table a variant, what it cost, and what the figures mean.</summary>
/// <param name="detailed">Every metric and every sentence, instead of the headline.</param>
internal sealed class ScenarioTables(IAnsiConsole console, RunFigures figures, bool detailed)
{
    public void Write(string scenario)
    {
        foreach (var group in figures.VariantsOf(scenario).GroupBy(variant => Home(scenario, variant)))
        {
            List<string> variants = [.. group.Select(variant => variant.Name)];
            console.Write(new Rule(Markup.Escape($"{scenario}: {group.Key}")) { Justification = Justify.Left });
            new VariantTable(console, figures, scenario, group.Key, variants, detailed).Write();
            if (!detailed)
            {
                WriteCosts(scenario, variants);
            }

            foreach (var sentence in Sentences(scenario, variants))
            {
                Sentence.Write(console, sentence, indent: 2);
            }

            console.WriteLine();
        }
    }

    /// <summary>A variant that only some models can run is a column beside those it is compared with.</summary>
    private string Home(string scenario, PlannedVariant variant) =>
        figures.VariantsOf(scenario).Any(other => other.Name == variant.ComparedWith) ? variant.ComparedWith : variant.Name;

    private void WriteCosts(string scenario, List<string> variants)
    {
        if (Costs.InOneLine(figures, scenario, variants[0]) is { } costs)
        {
            Sentence.Write(console, costs, indent: 2);
        }
    }

    private IEnumerable<string> Sentences(string scenario, List<string> variants)
    {
        var headlines = figures.HeadlinesOf(scenario);
        var contrasts = (
            from variant in variants
            from metric in headlines
            from contrast in figures.ContrastsOf(scenario, variant, metric)
            select contrast).ToList();
        return detailed ? contrasts.Select(contrast => contrast.Reading) : new VariantSentences(figures).Of(contrasts);
    }
}
