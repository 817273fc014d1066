using System.Text.RegularExpressions;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>Sets off comments, strings and keywords of C#; everything else is left as it is.</summary>
internal static partial class CSharpColours
{
    public static IEnumerable<object> Of(string source)
    {
        var at = 0;
        foreach (Match match in Lexemes().Matches(source))
        {
            if (match.Index > at)
            {
                yield return source[at..match.Index];
            }

            yield return Tag(match.Groups["comment"].Success ? "i" : match.Groups["text"].Success ? "u" : "b", match.Value);
            at = match.Index + match.Length;
        }

        yield return source[at..];
    }

    [GeneratedRegex("""
        (?<comment>//[^\n]*)
        |(?<text>\$?@?"(\\.|[^"\\\n])*")
        |\b(abstract|async|await|base|break|case|catch|class|const|continue|default|do|else|enum|false|
         finally|for|foreach|if|in|init|int|interface|internal|is|lock|long|namespace|new|not|null|out|override|private|
         protected|public|readonly|record|ref|return|sealed|static|string|switch|this|throw|true|try|using|var|virtual|void|when|where|while|with|yield)\b
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Lexemes();
}
