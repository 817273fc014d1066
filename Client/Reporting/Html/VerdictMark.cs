using System.Xml.Linq;
using Interleave.Client.Records;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>A verdict as a word with a sign, so that neither colour nor shape alone carries it.</summary>
internal static class VerdictMark
{
    public static XElement Of(Verdict verdict) => verdict switch
    {
        Verdict.Better => Tag("span.verdict.better", "▲ better"),
        Verdict.Worse => Tag("span.verdict.worse", "▼ worse"),
        Verdict.Same => Tag("span.verdict.same", "= same"),
        _ => Tag("span.verdict.undecided", "? undecided"),
    };
}
