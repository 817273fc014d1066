using Interleave.Client.Reporting.Sources;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>The sources of several models, beside each other as far as the terminal is wide.</summary>
internal static class SideBySide
{
    private const int ColumnWidth = 88;

    public static IRenderable Of(IReadOnlyList<ModelSource> sources, int width) =>
        new Rows(sources.Chunk(Math.Max(1, width / ColumnWidth)).Select(Row));

    private static Grid Row(ModelSource[] sources)
    {
        var grid = new Grid();
        foreach (var _ in sources)
        {
            grid.AddColumn(new GridColumn().PadRight(2));
        }

        return grid.AddRow([.. sources.Select(Column)]);
    }

    private static Rows Column(ModelSource source) => new(source.Files.SelectMany(File));

    private static IEnumerable<IRenderable> File(SourceFile file) =>
        [new Rule(Markup.Escape(file.Path)) { Justification = Justify.Left }, new Text(file.Text.Trim('\uFEFF', '\n') + Environment.NewLine)];
}
