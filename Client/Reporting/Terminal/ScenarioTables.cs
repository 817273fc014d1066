using Interleave.Client.Reporting.Overview;
using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>One scenario on the terminal: a table a variant, what it cost, and what the figures mean.</summary>
/// <param name="detailed">Every metric and every sentence, instead of the headline.</param>
internal sealed class ScenarioTables(IAnsiConsole console, RunFigures figures, bool detailed)
{
    public void Write(string scenario)
    {
        foreach (var group in VariantGroup.Of(figures, scenario))
        {
            console.Write(new Rule(Markup.Escape($"{scenario}: {group.Home}")) { Justification = Justify.Left });
            new VariantTable(console, figures, group, detailed).Write();
            if (!detailed && Costs.InOneLine(figures, scenario, group.Home) is { } costs)
            {
                Sentence.Write(console, costs, indent: 2);
            }

            foreach (var sentence in Sentences(group))
            {
                Sentence.Write(console, sentence, indent: 2);
            }

            console.WriteLine();
        }
    }

    private IEnumerable<string> Sentences(VariantGroup group)
    {
        var contrasts = group.ContrastsOf(figures, figures.HeadlinesOf(group.Scenario)).ToList();
        return detailed ? contrasts.Select(contrast => contrast.Reading) : new VariantSentences(figures).Of(contrasts);
    }
}
