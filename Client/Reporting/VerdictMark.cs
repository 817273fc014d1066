using Interleave.Client.Records;

namespace Interleave.Client.Reporting;

/// <summary>A verdict as one character and as one word, so that colour alone never carries it.</summary>
internal static class VerdictMark
{
    public static string Glyph(this Verdict verdict) => verdict switch
    {
        Verdict.Better => "▲",
        Verdict.Worse => "▼",
        Verdict.Same => "=",
        _ => "?",
    };

    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Better => "better",
        Verdict.Worse => "worse",
        Verdict.Same => "same",
        _ => "undecided",
    };
}
