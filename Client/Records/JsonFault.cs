using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Interleave.Client.Records;

/// <summary>Says where a JSON file is wrong and what should stand there, in the words of neither the parser nor the language.</summary>
internal static partial class JsonFault
{
    private const int LongestValue = 60;

    /// <param name="json">The whole file.</param>
    /// <param name="expected">What the file should hold; null where only its syntax was looked at.</param>
    public static string Describe(JsonException exception, ReadOnlySpan<byte> json, JsonTypeInfo? expected = null)
    {
        var line = FormattableString.Invariant($"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}");
        return exception.Path is { } path && expected is not null && TryParse(json) is { } document
            ? $"line {exception.LineNumber + 1}: {Meaning(exception.Message, path, document, expected)}"
            : $"{line}: {(json.Trim(" \t\r\n"u8).IsEmpty ? "it is empty" : IsAtEnd(exception, json) ? "it breaks off here" : "this is not JSON")}";
    }

    /// <summary>What a value is, as a message calls it: its text where that is short, else its kind.</summary>
    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ when value.GetRawText() is { Length: <= LongestValue } text => text,
        JsonValueKind.String => "a long text",
        _ => "a long number",
    };

    private static string Meaning(string message, string path, JsonElement document, JsonTypeInfo expected)
    {
        if (Missing().Match(message) is { Success: true } missing)
        {
            return $"{path} lacks {string.Join(", ", Quoted().Matches(missing.Groups["names"].Value).Select(name => $"\"{name.Groups["name"].Value}\""))}";
        }

        if (Unknown().IsMatch(message))
        {
            return $"{path} is not known to this version";
        }

        if (Twice().IsMatch(message))
        {
            return $"{path} stands there twice";
        }

        var (type, value) = Follow(path, expected, document);
        return $"{path} must be {(type is null ? "something else" : Expectation(type))}{(value is { } found ? $", and is {Describe(found)}" : "")}";
    }

    /// <summary>What stands at a path, and what should.</summary>
    private static (JsonTypeInfo? Type, JsonElement? Value) Follow(string path, JsonTypeInfo type, JsonElement value)
    {
        (JsonTypeInfo? Type, JsonElement? Value) at = (type, value);
        foreach (Match step in Steps().Matches(path))
        {
            var name = step.Groups["name"].Success ? step.Groups["name"].Value : step.Groups["quoted"].Value;
            at = step.Groups["index"].Success
                ? (
                    Inside(at.Type),
                    at.Value is { ValueKind: JsonValueKind.Array } list && int.Parse(step.Groups["index"].ValueSpan) is var index
                        && index < list.GetArrayLength()
                        ? list[index]
                        : null)
                : (Member(at.Type, name), at.Value is { ValueKind: JsonValueKind.Object } owner && owner.TryGetProperty(name, out var member) ? member : null);
        }

        return at;
    }

    private static JsonTypeInfo? Inside(JsonTypeInfo? type) => type?.ElementType is { } element ? type.Options.GetTypeInfo(element) : null;

    private static JsonTypeInfo? Member(JsonTypeInfo? type, string name) => type?.Kind == JsonTypeInfoKind.Dictionary
        ? Inside(type)
        : type?.Properties.FirstOrDefault(property => property.Name == name) is { } property ? type.Options.GetTypeInfo(property.PropertyType) : null;

    private static string Expectation(JsonTypeInfo type)
    {
        var plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        var words = type.Kind switch
        {
            JsonTypeInfoKind.Enumerable => "a list",
            JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object",
            _ when plain.IsEnum =>
                $"one of {string.Join(", ", Enum.GetValues(plain).Cast<object>().Select(name => JsonSerializer.Serialize(name, plain, type.Options)))}",
            _ when plain == typeof(string) => "text",
            _ when plain == typeof(bool) => "true or false",
            _ when plain == typeof(int) || plain == typeof(long) => "a whole number",
            _ when plain == typeof(double) => "a number",
            _ when plain == typeof(DateTimeOffset) => "a date and time such as \"2026-03-14T09:26:53+00:00\"",
            _ => "something else",
        };
        return plain == type.Type ? words : $"{words}, or null";
    }

    private static JsonElement? TryParse(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsAtEnd(JsonException exception, ReadOnlySpan<byte> json)
    {
        var rest = json;
        for (var line = 0L; line < exception.LineNumber && rest.IndexOf((byte)'\n') is >= 0 and var end; line++)
        {
            rest = rest[(end + 1)..];
        }

        return rest[(int)Math.Min(rest.Length, exception.BytePositionInLine ?? 0)..].Trim(" \t\r\n"u8).IsEmpty;
    }

    [GeneratedRegex(@"missing required properties including: (?<names>.*?)\.( Path:|$)", RegexOptions.Singleline)]
    private static partial Regex Missing();

    [GeneratedRegex("'(?<name>[^']*)'")]
    private static partial Regex Quoted();

    [GeneratedRegex("could not be mapped to any .NET member")]
    private static partial Regex Unknown();

    [GeneratedRegex("^Duplicate property ")]
    private static partial Regex Twice();

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\[(?<index>\d+)\]|\['(?<quoted>.+?)'\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Steps();
}
