using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Overview;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>A row a metric, a column a model, each figure with its ratio to the baseline.</summary>
/// <param name="home">The variant of the table.</param>
/// <param name="variants">That one, and those that are contrasted with it: columns of their own.</param>
internal sealed class VariantTable(IAnsiConsole console, RunFigures figures, string scenario, string home, IReadOnlyList<string> variants, bool detailed)
{
    private readonly List<string> _metrics = MetricsOf(figures, scenario, detailed);

    public void Write()
    {
        List<(string Model, string Variant)> columns =
        [
            .. from model in figures.Models
               from variant in variants
               where _metrics.Any(metric => figures.Result(scenario, variant, model, metric) is not null)
               select (model, variant),
        ];
        foreach (var table in Fitting(columns, separator: " ").Select(build => build()))
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
    private IEnumerable<Func<Table>> Fitting(List<(string Model, string Variant)> columns, string separator)
    {
        Table Build() => Of(columns, separator);
        return ((IRenderable)Build()).Measure(RenderOptions.Create(console), int.MaxValue).Max <= console.Profile.Width ? [Build]
            : separator == " " ? Fitting(columns, "\n")
            : columns.Count == 1 ? [Build]
            : [.. Fitting(columns[..(columns.Count / 2)], separator), .. Fitting(columns[(columns.Count / 2)..], separator)];
    }

    private Table Of(List<(string Model, string Variant)> columns, string separator)
    {
        var table = new Table { Border = new HeadRuleBorder() };
        table.AddColumn("");
        foreach (var (model, variant) in columns)
        {
            table.AddColumn(new TableColumn(new Markup(Heading(model, variant))).RightAligned());
        }

        foreach (var metric in _metrics)
        {
            List<IRenderable?> cells = [.. columns.Select(column => Cell(column.Variant, column.Model, metric, separator))];
            if (cells.Exists(cell => cell is not null))
            {
                table.AddRow([new Text(metric), .. cells.Select(cell => cell ?? new Text("not measured", new Style(decoration: Decoration.Dim)))]);
            }
        }

        return table;
    }

    private string Heading(string model, string variant)
    {
        var own = variant == home ? "" : $"\n{variant.Replace($"{home}, ", "", StringComparison.Ordinal)}";
        var runtime = model == Model.Grains.Name ? $"\n{figures.Run.Environment.GrainRuntime}" : "";
        return $"[bold {ModelColours.Of(model).Light}]{model.EscapeMarkup()}[/]{own.EscapeMarkup()}[dim]{runtime.EscapeMarkup()}[/]";
    }

    private Text? Cell(string variant, string model, string metric, string separator)
    {
        if (figures.Result(scenario, variant, model, metric) is not { } result)
        {
            return null;
        }

        // What is counted, the row's name says.
        var figure = result is { Events: null, Unit: ['{', .., '}'] and not Quantity.Share } ? Quantity.Number(result.Median) : Quantity.Format(result);
        return figures.Contrast(scenario, variant, model, metric) is { } contrast
            ? new Text($"{figure}{separator}{figures.RatioOf(contrast)} {VerdictGlyph.Of(contrast.Verdict)}", VerdictGlyph.StyleOf(contrast.Verdict))
            : new Text(figure);
    }
}
