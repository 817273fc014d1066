using System.Globalization;
using System.Text.Json;
using Interleave.Client.Records;

namespace Interleave.Client.Telemetry.Traces;

/// <summary>What traces in OTLP JSON must look like to be read; everything that is not named here may be left out.</summary>
internal static class OtlpShape
{
    private delegate IEnumerable<string> Shape(JsonElement value, string path);

    private static readonly Shape Text = Kind("text", JsonValueKind.String);
    private static readonly Shape Number = (value, path) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _) ? [] : [Fault("a whole number", value, path)];
    private static readonly Shape Long = (value, path) =>
        long.TryParse(value.ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out _) ? [] : [Fault("a whole number", value, path)];
    private static readonly Shape Value = (value, path) =>
        value.ValueKind != JsonValueKind.Object || !value.EnumerateObject().Any() ? [Fault("an object that holds a value", value, path)]
        : value.EnumerateObject().First() is var held && held.Name switch
        {
            "boolValue" => held.Value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "intValue" => long.TryParse(held.Value.ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
            "doubleValue" => held.Value.ValueKind == JsonValueKind.Number,
            _ => true,
        } ? [] : [Fault($"what \"{held.Name}\" says", held.Value, $"{path}.{held.Name}")];

    private static readonly Shape AttributeList = ListOf(Holding(("key", Text, true), ("value", Value, true)));
    private static readonly Shape Attributes = (value, path) => AttributeList(value, path).Concat(
        value.ValueKind == JsonValueKind.Array ? KeysThatStandTwice(value).Select(key => $"{path} holds \"{key}\" twice") : []);

    private static readonly Shape Span = Holding(
        ("traceId", Text, true),
        ("spanId", Text, true),
        ("parentSpanId", Text, false),
        ("name", Text, false),
        ("kind", Number, false),
        ("startTimeUnixNano", Long, false),
        ("endTimeUnixNano", Long, false),
        ("attributes", Attributes, false),
        ("events", ListOf(Holding(("name", Text, false), ("timeUnixNano", Long, false), ("attributes", Attributes, false))), false),
        ("links", ListOf(Holding(("traceId", Text, true), ("spanId", Text, true))), false),
        ("status", Holding(("code", Number, false), ("message", Text, false)), false));

    private static readonly Shape Traces = Holding((
        "resourceSpans",
        ListOf(Holding(
            ("resource", Holding(("attributes", Attributes, false)), true),
            ("scopeSpans", ListOf(Holding(("scope", Holding(("name", Text, true)), true), ("spans", ListOf(Span), false))), false))),
        false));

    /// <summary>Where the file first departs from that; null where it does not.</summary>
    /// <exception cref="JsonException">It is not JSON at all.</exception>
    public static string? FirstFault(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        return Traces(document.RootElement, "$").FirstOrDefault();
    }

    private static IEnumerable<string> KeysThatStandTwice(JsonElement attributes) => attributes.EnumerateArray()
        .Where(attribute =>
            attribute.ValueKind == JsonValueKind.Object && attribute.TryGetProperty("key", out var key) && key.ValueKind == JsonValueKind.String)
        .CountBy(attribute => attribute.GetProperty("key").ToString())
        .Where(key => key.Value > 1)
        .Select(key => key.Key);

    private static Shape Kind(string words, JsonValueKind kind) => (value, path) => value.ValueKind == kind ? [] : [Fault(words, value, path)];

    private static Shape ListOf(Shape item) => (value, path) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().Index().SelectMany(pair => item(pair.Item, $"{path}[{pair.Index}]"))
        : [Fault("a list", value, path)];

    private static Shape Holding(params (string Name, Shape Shape, bool Required)[] members) => (value, path) => value.ValueKind != JsonValueKind.Object
        ? [Fault("an object", value, path)]
        : members.SelectMany(member => value.TryGetProperty(member.Name, out var held) ? member.Shape(held, $"{path}.{member.Name}")
            : member.Required ? [$"{path} lacks \"{member.Name}\""]
            : []);

    private static string Fault(string words, JsonElement value, string path) => $"{path} must be {words}, and is {JsonFault.Describe(value)}";
}
