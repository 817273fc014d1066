using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>Text to be read: broken between words on a terminal, and not at all where lines are searched.</summary>
internal static class Sentence
{
    private const int NarrowWidth = 60;

    private const string Continued = " \\";

    public static void Write(IAnsiConsole console, string text, int indent = 0) => console.Write(console.Profile.Out.IsTerminal
        ? new Padder(new Text(text), new Padding(indent, 0, 0, 0))
        : new TextLine(new string(' ', indent) + text));

    /// <param name="mark">Stands before the text, in a style of its own, and keeps the columns below it free.</param>
    public static void Write(IAnsiConsole console, string mark, Style style, string text)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            console.Write(new TextLine($"{mark} {text}"));
        }
        else if (IsNarrow(console))
        {
            console.Write(new Paragraph().Append(mark.TrimEnd(), style).Append($" {text}\n"));
        }
        else
        {
            var grid = new Grid();
            grid.AddColumn(new GridColumn { Width = mark.Length, NoWrap = true, Padding = new Padding(0, 0, 1, 0) });
            grid.AddColumn(new GridColumn { Padding = new Padding(0) });
            grid.AddRow(new Text(mark, style), new Text(text));
            console.Write(grid);
        }
    }

    /// <summary>A command to copy: where it takes several lines on a terminal, they are one to a shell.</summary>
    public static void WriteCommand(IAnsiConsole console, string head, string command, int indent)
    {
        var width = console.Profile.Width - indent - Continued.Length;
        List<string> lines = [head];
        // An option stays beside its value.
        foreach (var part in command.Replace(" --", "\n--", StringComparison.Ordinal).Split('\n'))
        {
            if (console.Profile.Out.IsTerminal && lines[^1].Length + 1 + part.Length > width)
            {
                lines.Add(part);
            }
            else
            {
                lines[^1] += $" {part}";
            }
        }

        console.Write(new TextLine(string.Join($"{Continued}{Environment.NewLine}", lines.Select(line => new string(' ', indent) + line))));
    }

    /// <summary>Too narrow for a column beside the text.</summary>
    public static bool IsNarrow(IAnsiConsole console) => console.Profile.Out.IsTerminal && console.Profile.Width < NarrowWidth;
}
