using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Overview;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>Rows of figures, a column a model, each figure with its ratio to the baseline; cut into several tables where the terminal is too narrow.</summary>
internal sealed class FigureGrid(IAnsiConsole console, RunFigures figures)
{
    // Too wide a table is stacked, ratio below figure, and then cut into several: a terminal would break it anywhere.
    public void Write(IReadOnlyList<VariantColumn> columns, IReadOnlyList<GridRow> rows)
    {
        foreach (var table in Fitting([.. columns.Select((column, index) => (column, index))], rows, separator: " ").Select(build => build()))
        {
            console.Write(table);
        }
    }

    private IEnumerable<Func<Table>> Fitting(List<(VariantColumn Column, int Index)> columns, IReadOnlyList<GridRow> rows, string separator)
    {
        Table Build() => Of(columns, rows, separator);
        return ((IRenderable)Build()).Measure(RenderOptions.Create(console), int.MaxValue).Max <= console.Profile.Width ? [Build]
            : separator == " " ? Fitting(columns, rows, "\n")
            : columns.Count == 1 ? [Build]
            : [.. Fitting(columns[..(columns.Count / 2)], rows, separator), .. Fitting(columns[(columns.Count / 2)..], rows, separator)];
    }

    private Table Of(List<(VariantColumn Column, int Index)> columns, IReadOnlyList<GridRow> rows, string separator)
    {
        var table = new Table { Border = new HeadRuleBorder() };
        table.AddColumn("");
        columns.ForEach(column => table.AddColumn(new TableColumn(new Markup(Heading(column.Column))).RightAligned()));
        foreach (var row in rows.Where(row => columns.Exists(column => row.Cells[column.Index] is not null)))
        {
            table.AddRow([new Text(row.Label), .. columns.Select(column => Cell(row, row.Cells[column.Index], separator))]);
        }

        return table;
    }

    private string Heading(VariantColumn column)
    {
        var label = column.Label is { } own ? $"\n{own}" : "";
        var runtime = column.Model == Model.Grains.Name ? $"\n{figures.Run.Environment.GrainRuntime}" : "";
        return $"[bold {ModelColours.Of(column.Model).Light}]{column.Model.EscapeMarkup()}[/]{label.EscapeMarkup()}[dim]{runtime.EscapeMarkup()}[/]";
    }

    private Text Cell(GridRow row, Result? result, string separator)
    {
        if (result is null)
        {
            return new Text(row.Missing, new Style(decoration: Decoration.Dim));
        }

        // What is counted, the row's name says.
        var figure = result is { Events: null, Unit: ['{', .., '}'] and not Quantity.Share } ? Quantity.Number(result.Median) : Quantity.Format(result);
        return figures.Contrast(result.Scenario, result.Variant, result.Model, result.Metric) is { } contrast
            ? new Text($"{figure}{separator}{figures.RatioOf(contrast)} {contrast.Verdict.Glyph()}", VerdictStyle.Of(contrast.Verdict))
            : new Text(figure);
    }
}
