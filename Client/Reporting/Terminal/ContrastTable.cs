using Interleave.Client.Recording;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>One variant: a row a metric, a column a model, each figure with its ratio to the baseline.</summary>
internal static class ContrastTable
{
    public static IRenderable Of(IReadOnlyList<Result> results, IReadOnlyList<Contrast> contrasts)
    {
        var models = results.Select(result => result.Model).Distinct().ToList();
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("");
        foreach (var model in models)
        {
            table.AddColumn(new TableColumn(new Markup($"[bold {ModelColours.Of(model).Light}]{model.EscapeMarkup()}[/]")).RightAligned());
        }

        foreach (var metric in results.Select(result => result.Metric).Distinct())
        {
            table.AddRow([
                new Text(metric),
                .. models.Select(model => Cell(
                    results.SingleOrDefault(result => result.Metric == metric && result.Model == model),
                    contrasts.SingleOrDefault(contrast => contrast.Metric == metric && contrast.Model == model))),
            ]);
        }

        return table;
    }

    private static IRenderable Cell(Result? result, Contrast? contrast)
    {
        if (result is null)
        {
            return new Text("not measured", new Style(decoration: Decoration.Dim));
        }

        var figure = Quantity.Format(result.Median, result.Unit);
        return contrast is null ? new Text(figure) : new Paragraph().Append(figure).Append($" {Ratio(contrast)}", StyleOf(contrast.Verdict));
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
