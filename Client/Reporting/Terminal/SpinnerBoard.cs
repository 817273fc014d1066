using Spectre.Console;
using Spectre.Console.Rendering;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>Spinners on a terminal, a line a model and a column for each kind of slow work.</summary>
internal sealed class SpinnerBoard(IReadOnlyList<string> models, IReadOnlyList<string> variants, TimeProvider clock)
{
    /// <summary>As wide as the longest state, so that columns keep their places.</summary>
    private const int Width = 14;

    private readonly Dictionary<(string Model, string Variant), WatchedSpinner> _spinners =
        (from model in models from variant in variants select (model, variant)).ToDictionary(cell => cell, _ => new WatchedSpinner(clock));

    public WatchedSpinner this[string model, string variant] => _spinners[(model, variant)];

    public IRenderable Draw()
    {
        var table = new Table { Border = new HeadRuleBorder() };
        table.AddColumn("");
        foreach (var variant in variants)
        {
            table.AddColumn(new TableColumn(variant.EscapeMarkup()).Width(Width));
        }

        foreach (var model in models)
        {
            var name = new Markup($"[bold {ModelColours.Of(model).Light}]{model.EscapeMarkup()}[/]");
            table.AddRow([name, .. variants.Select(variant => Cell(_spinners[(model, variant)]))]);
        }

        return table;
    }

    private static Text Cell(WatchedSpinner spinner)
    {
        var (text, isFrozen) = spinner.Look();
        return new Text(text, isFrozen ? new Style(Color.Red) : Style.Plain);
    }
}
