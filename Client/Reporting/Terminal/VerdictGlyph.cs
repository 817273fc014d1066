using Interleave.Client.Records;
using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>A verdict as one character, with the colour that supports it.</summary>
internal static class VerdictGlyph
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Better => "▲",
        Verdict.Worse => "▼",
        Verdict.Same => "=",
        _ => "?",
    };

    public static Style StyleOf(Verdict verdict) => verdict switch
    {
        Verdict.Better => new Style(Color.Green),
        Verdict.Worse => new Style(Color.Red),
        _ => new Style(decoration: Decoration.Dim),
    };
}
