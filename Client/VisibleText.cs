using System.Text;

namespace Interleave.Client;

/// <summary>Text from outside, made safe to show: characters that would steer a terminal become visible ones, and what is too long is cut.</summary>
/// <remarks>Arguments, names of spans and everything in a <c>run.json</c> come from outside.</remarks>
internal static class VisibleText
{
    private const int LongestWord = 300;
    private const int LongestLine = 2_000;
    private const char ReplacementCharacter = '\uFFFD';
    private const char ControlPictures = '\u2400';
    private const char DeletePicture = '\u2421';

    /// <summary>Without control characters, other than line ends and tabs, and without marks that turn the direction of reading.</summary>
    public static string Of(string text) => text.Any(Steers) ? string.Concat(text.Select(Visible)) : text;

    /// <summary>As <see cref="Of"/>, on one line, with every long word and the line itself cut to a length that can be read.</summary>
    public static string OneLine(string text)
    {
        var line = string.Join(' ', text.ReplaceLineEndings(" ").Split(' ').Select(word => Cut(word, LongestWord)));
        return Of(Cut(line, LongestLine));
    }

    /// <summary>Keeps both ends: the first says what is meant, the last what is allowed.</summary>
    private static string Cut(string text, int length) => text.Length <= length
        ? text
        : new StringBuilder()
            .Append(text, 0, length / 3)
            .Append('…')
            .Append(text, text.Length - (length / 3), length / 3)
            .ToString();

    private static char Visible(char character) => !Steers(character) ? character : character switch
    {
        < ' ' => (char)(ControlPictures + character),
        '\u007F' => DeletePicture,
        _ => ReplacementCharacter,
    };

    private static bool Steers(char character) => character switch
    {
        '\n' or '\t' => false,
        < ' ' or (>= '\u007F' and <= '\u009F') => true,
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029' => true,
        _ => false,
    };
}
