using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Overview;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>A row a metric, a column a model, each figure with its ratio to the baseline.</summary>
internal sealed class VariantTable(IAnsiConsole console, RunFigures figures, VariantGroup group, bool detailed)
{
    private readonly List<string> _metrics = MetricsOf(figures, group.Scenario, detailed);

    public void Write()
    {
        foreach (var table in Fitting([.. group.ColumnsOf(figures, _metrics)], separator: " ").Select(build => build()))
        {
            console.Write(table);
        }
    }

    private static List<string> MetricsOf(RunFigures figures, string scenario, bool detailed)
    {
        var headlines = figures.HeadlinesOf(scenario);
        List<string> all = [.. figures.Run.Results.Where(result => result.Scenario == scenario).Select(result => result.Metric).Distinct()];
        return detailed || !headlines.Any(all.Contains) ? all : [.. headlines.Where(all.Contains)];
    }

    // Too wide a table is stacked, ratio below figure, and then cut into several: a terminal would break it anywhere.
    private IEnumerable<Func<Table>> Fitting(List<VariantColumn> columns, string separator)
    {
        Table Build() => Of(columns, separator);
        return ((IRenderable)Build()).Measure(RenderOptions.Create(console), int.MaxValue).Max <= console.Profile.Width ? [Build]
            : separator == " " ? Fitting(columns, "\n")
            : columns.Count == 1 ? [Build]
            : [.. Fitting(columns[..(columns.Count / 2)], separator), .. Fitting(columns[(columns.Count / 2)..], separator)];
    }

    private Table Of(List<VariantColumn> columns, string separator)
    {
        var table = new Table { Border = new HeadRuleBorder() };
        table.AddColumn("");
        columns.ForEach(column => table.AddColumn(new TableColumn(new Markup(Heading(column))).RightAligned()));
        foreach (var metric in _metrics)
        {
            List<IRenderable?> cells = [.. columns.Select(column => Cell(column, metric, separator))];
            if (cells.Exists(cell => cell is not null))
            {
                table.AddRow([new Text(metric), .. cells.Select(cell => cell ?? new Text("not measured", new Style(decoration: Decoration.Dim)))]);
            }
        }

        return table;
    }

    private string Heading(VariantColumn column)
    {
        var label = column.Label is { } own ? $"\n{own}" : "";
        var runtime = column.Model == Model.Grains.Name ? $"\n{figures.Run.Environment.GrainRuntime}" : "";
        return $"[bold {ModelColours.Of(column.Model).Light}]{column.Model.EscapeMarkup()}[/]{label.EscapeMarkup()}[dim]{runtime.EscapeMarkup()}[/]";
    }

    private Text? Cell(VariantColumn column, string metric, string separator)
    {
        if (figures.Result(group.Scenario, column.Variant, column.Model, metric) is not { } result)
        {
            return null;
        }

        // What is counted, the row's name says.
        var figure = result is { Events: null, Unit: ['{', .., '}'] and not Quantity.Share } ? Quantity.Number(result.Median) : Quantity.Format(result);
        return figures.Contrast(group.Scenario, column.Variant, column.Model, metric) is { } contrast
            ? new Text($"{figure}{separator}{figures.RatioOf(contrast)} {contrast.Verdict.Glyph()}", VerdictStyle.Of(contrast.Verdict))
            : new Text(figure);
    }
}
