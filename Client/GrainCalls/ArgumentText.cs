using System.Text.RegularExpressions;

namespace Interleave.Client.GrainCalls;

/// <summary>An argument as it was written.</summary>
/// <param name="Type">The type that was named before it, as in <c>(long)10</c>, to choose between overloads; null where none was.</param>
internal sealed partial record ArgumentText(string? Type, string Json)
{
    public static ArgumentText Read(string text)
    {
        var cast = Cast().Match(text);
        return cast.Success ? new ArgumentText(cast.Groups["type"].Value, cast.Groups["json"].Value) : new ArgumentText(null, text);
    }

    [GeneratedRegex(@"^\(\s*(?<type>[\w.<>\[\]?]+)\s*\)\s*(?<json>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Cast();
}
