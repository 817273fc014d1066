using System.Text.RegularExpressions;

namespace Interleave.Client.GrainCalls;

/// <summary>A call to a grain as it is written on the command line: <c>IAccount(key).Deposit(10)</c>.</summary>
/// <param name="Interface">With or without its namespace.</param>
/// <param name="Key">A key as JSON; null where <see cref="Placeholder"/> stands for one key after the other.</param>
internal sealed partial record GrainCallText(string Interface, string? Key, string Method, IReadOnlyList<ArgumentText> Arguments)
{
    public const string Placeholder = "key";
    public const string Example = "IAccount(key).Deposit(10)";

    /// <summary>What was written, or null and a line in <paramref name="faults"/> where it is no call.</summary>
    public static GrainCallText? Read(string text, Faults faults)
    {
        var begin = Interfaces().Match(text);
        var at = begin.Length;
        if (begin.Success && Values(text, ref at) is [var key] && Methods().Match(text, at) is { Success: true } method)
        {
            at += method.Length;
            if (Values(text, ref at) is { } arguments && string.IsNullOrWhiteSpace(text[at..]))
            {
                return new GrainCallText(
                    begin.Groups["name"].Value,
                    key == Placeholder ? null : key,
                    method.Groups["name"].Value,
                    [.. arguments.Select(ArgumentText.Read)]);
            }
        }

        return faults.Refuse<GrainCallText>(
            $"--call '{text}' is not understood: write it as in '{Example}', where {Placeholder} stands for each key in turn and arguments are JSON.");
    }

    /// <summary>What stands between commas, up to the bracket that closes; null where none does.</summary>
    private static List<string>? Values(string text, ref int at)
    {
        var (values, from, depth, quoted) = (new List<string>(), at, 0, false);
        for (; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\' when quoted:
                    at++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ')' when !quoted && depth == 0:
                    var last = text[from..at++].Trim();
                    return values.Count == 0 && last.Length == 0 ? [] : [.. values, last];
                case ',' when !quoted && depth == 0:
                    values.Add(text[from..at].Trim());
                    from = at + 1;
                    break;
                case '(' or '[' or '{' when !quoted:
                    depth++;
                    break;
                case ')' or ']' or '}' when !quoted:
                    depth--;
                    break;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^\s*(?<name>[\p{L}_][\w.+]*)\s*\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Interfaces();

    [GeneratedRegex(@"\G\s*\.\s*(?<name>[\p{L}_]\w*)\s*\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Methods();
}
