using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Client.Reporting.Overview;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>The whole run on one screen: a row a scenario, a column a model, each with its verdict and its ratio to the baseline.</summary>
internal sealed class OverviewTable(IAnsiConsole console, RunFigures figures)
{
    private const int LeastLabel = 12;

    public void Write()
    {
        var rows = OverviewRow.Of(figures);
        List<string> models = [.. figures.Models.Where(model => model != Model.Baseline.Name)];
        if (rows.Count == 0 || models.Count == 0)
        {
            return;
        }

        // On a narrow terminal the words give way first, then the baseline's figures, and last the models share several tables.
        var tables =
            from baseline in (bool[])[true, false]
            from length in Enumerable.Range(LeastLabel, Math.Max(1, rows.Max(row => row.Label.Length) - LeastLabel + 1)).Reverse()
            select Of(rows, models, baseline, length);
        if (tables.FirstOrDefault(Fits) is { } table)
        {
            console.Write(table);
            return;
        }

        foreach (var half in models.Chunk((models.Count + 1) / 2))
        {
            console.Write(Of(rows, half, baseline: false, LeastLabel));
        }
    }

    private bool Fits(Table table) => ((IRenderable)table).Measure(RenderOptions.Create(console), int.MaxValue).Max <= console.Profile.Width;

    private static Table Of(IReadOnlyList<OverviewRow> rows, IReadOnlyList<string> models, bool baseline, int length)
    {
        var table = new Table { Border = new HeadRuleBorder() };
        table.AddColumn("");
        foreach (var model in baseline ? models.Prepend(Model.Baseline.Name) : models)
        {
            table.AddColumn(new TableColumn(new Markup($"[bold {ModelColours.Of(model).Light}]{model.EscapeMarkup()}[/]")).RightAligned());
        }

        foreach (var row in rows)
        {
            table.AddRow(
            [
                new Text(row.Label.Length <= length ? row.Label : $"{row.Label[..(length - 1)]}…"),
                .. baseline ? [new Text(row.Baseline is { } own ? Quantity.Format(own) : "–")] : (Text[])[],
                .. models.Select(model => Cell(row.Contrasts.GetValueOrDefault(model))),
            ]);
        }

        return table;
    }

    private static Text Cell(Contrast? contrast) => contrast is null
        ? new Text("–", new Style(decoration: Decoration.Dim))
        : new Text($"{contrast.Verdict.Glyph()} {ShortRatio(contrast.Ratio)}".TrimEnd(), VerdictStyle.Of(contrast.Verdict));

    /// <summary>Two digits are enough to compare at a glance; the tables above have three.</summary>
    private static string ShortRatio(double? ratio) => ratio switch
    {
        null => "",
        0 => "×0",
        < 0.01 => "×<0.01",
        < 0.95 => FormattableString.Invariant($"×{ratio:0.00}"),
        < 10 => FormattableString.Invariant($"×{ratio:0.0}"),
        _ => FormattableString.Invariant($"×{ratio:#,0}"),
    };
}
