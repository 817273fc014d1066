using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>Text to be read: broken between words on a terminal, and not at all where lines are searched.</summary>
internal static class Sentence
{
    public static void Write(IAnsiConsole console, string text, int indent = 0) => console.Write(console.Profile.Out.IsTerminal
        ? new Padder(new Text(text), new Padding(indent, 0, 0, 0))
        : new TextLine(new string(' ', indent) + text));

    /// <param name="mark">Stands before the text, in a style of its own.</param>
    public static void Write(IAnsiConsole console, string mark, Style style, string text) => console.Write(console.Profile.Out.IsTerminal
        ? new Paragraph().Append(mark, style).Append($" {text}\n")
        : new TextLine($"{mark} {text}"));
}
