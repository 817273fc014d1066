using Interleave.Client.Records;
using Spectre.Console;

namespace Interleave.Client.Reporting.Terminal;

/// <summary>The colour that supports a verdict's glyph.</summary>
internal static class VerdictStyle
{
    public static Style Of(Verdict verdict) => verdict switch
    {
        Verdict.Better => new Style(Color.Green),
        Verdict.Worse => new Style(Color.Red),
        _ => new Style(decoration: Decoration.Dim),
    };
}
