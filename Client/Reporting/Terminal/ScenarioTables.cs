using Interleave.Client.Reporting.Overview;
using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>One scenario on the terminal: a table a variant, what it cost, and what the figures mean; one table for all where they are many.</summary>
/// <param name="detailed">Every metric and every sentence, instead of the headline.</param>
internal sealed class ScenarioTables(IAnsiConsole console, RunFigures figures, bool detailed)
{
    /// <summary>More variants than this are rows of one table, with the scenario's first metric only.</summary>
    private const int MostTables = 3;

    private readonly FigureGrid _grid = new(console, figures);

    public void Write(string scenario)
    {
        var groups = VariantGroup.Of(figures, scenario);
        var apart = groups;
        if (groups.Count > MostTables && !detailed && figures.HeadlinesOf(scenario) is [var first, ..])
        {
            // Figures worked out of several variants, and variants of another kind of load, do not have that metric.
            apart = [.. groups.Where(group => !Has(group, first))];
            WriteOneForAll(scenario, first, [.. groups.Except(apart)]);
        }

        foreach (var group in apart)
        {
            WriteHead($"{scenario}: {group.Home}");
            Write(group);
        }
    }

    private bool Has(VariantGroup group, string metric) =>
        group.Variants.Any(variant => figures.Models.Any(model => figures.Result(group.Scenario, variant, model, metric) is not null));

    private void WriteHead(string title) => console.Write(new Rule(Markup.Escape(title)) { Justification = Justify.Left });

    private void Write(VariantGroup group)
    {
        var metrics = MetricsOf(group.Scenario);
        var columns = group.ColumnsOf(figures, metrics);
        _grid.Write(columns, [.. metrics.Select(metric => new GridRow(
            metric,
            [.. columns.Select(column => figures.Result(group.Scenario, column.Variant, column.Model, metric))],
            "not measured"))]);
        if (!detailed && Costs.InOneLine(figures, group.Scenario, group.Home) is { } costs)
        {
            Sentence.Write(console, costs, indent: 2);
        }

        var contrasts = group.ContrastsOf(figures, figures.HeadlinesOf(group.Scenario)).ToList();
        var sentences = detailed ? contrasts.Select(contrast => contrast.Reading) : new VariantSentences(figures).Of(contrasts);
        WriteSentences([.. sentences, .. Circles(group.Scenario, group.Variants).Select(circle => circle.Sentence)]);
    }

    private void WriteOneForAll(string scenario, string metric, IReadOnlyList<VariantGroup> groups)
    {
        WriteHead($"{scenario}: {figures.NounOf(scenario, metric)}");
        List<string> variants = [.. groups.SelectMany(group => group.Variants)];
        List<VariantColumn> columns =
        [
            .. figures.Models
                .Where(model => variants.Exists(variant => figures.Result(scenario, variant, model, metric) is not null))
                .Select(model => new VariantColumn(model, "", null)),
        ];
        _grid.Write(columns, [.. variants.Select(variant => new GridRow(
            variant,
            [.. columns.Select(column => figures.Result(scenario, variant, column.Model, metric))],
            "–"))]);
        var strongest = VariantSentences.Strongest(groups.SelectMany(group => group.ContrastsOf(figures, [metric])));
        WriteSentences([.. strongest, .. Circles(scenario, variants).Select(circle => $"{circle.Variant}: {circle.Sentence}")]);
    }

    /// <summary>The deadlocks of some variants.</summary>
    private IEnumerable<CircleNote> Circles(string scenario, IReadOnlyList<string> variants) =>
        CircleNote.Of(figures.Run, scenario).Where(circle => variants.Contains(circle.Variant)).OrderBy(circle => variants.ToList().IndexOf(circle.Variant));

    private void WriteSentences(IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences)
        {
            Sentence.Write(console, sentence, indent: 2);
        }

        console.WriteLine();
    }

    private List<string> MetricsOf(string scenario)
    {
        var headlines = figures.HeadlinesOf(scenario);
        List<string> all = [.. figures.Run.Results.Where(result => result.Scenario == scenario).Select(result => result.Metric).Distinct()];
        return detailed || !headlines.Any(all.Contains) ? all : [.. headlines.Where(all.Contains)];
    }
}
