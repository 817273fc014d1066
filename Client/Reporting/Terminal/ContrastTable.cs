using Interleave.Client.Models;
using Interleave.Client.Records;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>One variant: a row a metric, a column a model, each figure with its ratio to the baseline.</summary>
internal static class ContrastTable
{
    /// <param name="grainRuntime">What carried the grains, to stand above their figures.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<Result> results, IReadOnlyList<Contrast> contrasts, string grainRuntime)
    {
        List<string> models = [.. results.Select(result => result.Model).Distinct()];
        foreach (var table in Fitting(models, separator: " ").Select(build => build()))
        {
            console.Write(table);
        }

        // Too wide a table is stacked, ratio below figure, and then cut into several: a terminal would break it anywhere.
        IEnumerable<Func<Table>> Fitting(List<string> some, string separator)
        {
            Table Build() => Of(some, results, contrasts, grainRuntime, separator);
            return ((IRenderable)Build()).Measure(RenderOptions.Create(console), int.MaxValue).Max <= console.Profile.Width ? [Build]
                : separator == " " ? Fitting(some, "\n")
                : some.Count == 1 ? [Build]
                : [.. Fitting(some[..(some.Count / 2)], separator), .. Fitting(some[(some.Count / 2)..], separator)];
        }
    }

    private static Table Of(IReadOnlyList<string> models, IReadOnlyList<Result> results, IReadOnlyList<Contrast> contrasts, string grainRuntime, string separator)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("");
        foreach (var model in models)
        {
            var runtime = model == Model.Grains.Name ? $"\n[dim]{grainRuntime.EscapeMarkup()}[/]" : "";
            table.AddColumn(new TableColumn(new Markup($"[bold {ModelColours.Of(model).Light}]{model.EscapeMarkup()}[/]{runtime}")).RightAligned());
        }

        foreach (var metric in results.Select(result => result.Metric).Distinct())
        {
            table.AddRow([
                new Text(metric),
                .. models.Select(model => Cell(
                    results.SingleOrDefault(result => result.Metric == metric && result.Model == model),
                    contrasts.SingleOrDefault(contrast => contrast.Metric == metric && contrast.Model == model),
                    separator)),
            ]);
        }

        return table;
    }

    private static IRenderable Cell(Result? result, Contrast? contrast, string separator)
    {
        if (result is null)
        {
            return new Text("not measured", new Style(decoration: Decoration.Dim));
        }

        // What is counted, the row's name says.
        var figure = Quantity.Format(result.Median, result.Unit is ['{', .., '}'] and not Quantity.Share ? "1" : result.Unit);
        return contrast is null ? new Text(figure) : new Paragraph().Append(figure).Append(separator + Ratio(contrast), StyleOf(contrast.Verdict));
    }

    private static string Ratio(Contrast contrast) => contrast.Verdict switch
    {
        Verdict.Better => $"{Quantity.Ratio(contrast.Ratio)} ▲",
        Verdict.Worse => $"{Quantity.Ratio(contrast.Ratio)} ▼",
        Verdict.Same => $"{Quantity.Ratio(contrast.Ratio)} =",
        _ => $"{Quantity.Ratio(contrast.Ratio)} ?",
    };

    private static Style StyleOf(Verdict verdict) => verdict switch
    {
        Verdict.Better => new Style(Color.Green),
        Verdict.Worse => new Style(Color.Red),
        _ => new Style(decoration: Decoration.Dim),
    };
}
