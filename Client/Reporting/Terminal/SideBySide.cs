using Interleave.Client.Reporting.Sources;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>The sources of several models, beside each other as far as the terminal is wide.</summary>
internal static class SideBySide
{
    private const int ColumnWidth = 88;

    public static IRenderable Of(IReadOnlyList<ModelSource> sources, int width) => width / ColumnWidth > 1
        ? new Rows(sources.Chunk(width / ColumnWidth).Select(Row))
        : new Rows(sources.SelectMany(source => source.Files).SelectMany(Whole));

    /// <summary>Without a neighbour no line needs to be broken.</summary>
    public static IEnumerable<IRenderable> Whole(SourceFile file) =>
        [Head(file), .. Lines(file).Split('\n').Select(line => new TextLine(line.TrimEnd('\r'))), new TextLine("")];

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
        [Head(file), new Text(Lines(file) + Environment.NewLine)];

    private static Rule Head(SourceFile file) => new(Markup.Escape(file.Path)) { Justification = Justify.Left };

    private static string Lines(SourceFile file) => file.Text.Trim('\uFEFF', '\n');
}
