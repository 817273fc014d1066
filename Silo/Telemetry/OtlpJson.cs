using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Interleave.Silo.Telemetry;

/// <summary>Spans as OTLP writes them in JSON: hexadecimal ids, numbers of 64 bits as strings.</summary>
/// <remarks>OpenTelemetry protocol, "JSON Protobuf Encoding"; one document is one ExportTraceServiceRequest.</remarks>
internal static class OtlpJson
{
    public static void Write(Stream stream, IEnumerable<Span> spans, bool indented = false)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = indented });
        json.WriteStartObject();
        json.WriteStartArray("resourceSpans");
        foreach (var process in spans.GroupBy(span => span.Process))
        {
            json.WriteStartObject();
            json.WriteStartObject("resource");
            WriteAttributes(json, process.Key.ToAttributes());
            json.WriteEndObject();
            json.WriteStartArray("scopeSpans");
            foreach (var source in process.GroupBy(span => span.Source))
            {
                json.WriteStartObject();
                json.WriteStartObject("scope");
                json.WriteString("name", source.Key);
                json.WriteEndObject();
                json.WriteStartArray("spans");
                foreach (var span in source)
                {
                    WriteSpan(json, span);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static IReadOnlyList<Span> Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        using var document = JsonDocument.ParseValue(ref reader);
        return
        [
            .. from resourceSpans in Items(document.RootElement, "resourceSpans")
               let process = ProcessResource.From(Attributes(resourceSpans.GetProperty("resource")))
               from scopeSpans in Items(resourceSpans, "scopeSpans")
               let source = scopeSpans.GetProperty("scope").GetProperty("name").GetString()
               from span in Items(scopeSpans, "spans")
               select ReadSpan(span, process, source),
        ];
    }

    private static void WriteSpan(Utf8JsonWriter json, Span span)
    {
        json.WriteStartObject();
        json.WriteString("traceId", span.TraceId);
        json.WriteString("spanId", span.SpanId);
        if (span.ParentId is not null)
        {
            json.WriteString("parentSpanId", span.ParentId);
        }

        json.WriteString("name", span.Name);
        json.WriteNumber("kind", (int)span.Kind + 1); // OTLP keeps 0 for "unspecified".
        WriteTime(json, "startTimeUnixNano", span.Start);
        WriteTime(json, "endTimeUnixNano", span.End);
        WriteAttributes(json, span.Attributes);
        if (span.Events.Count > 0)
        {
            json.WriteStartArray("events");
            foreach (var moment in span.Events)
            {
                json.WriteStartObject();
                WriteTime(json, "timeUnixNano", moment.Time);
                json.WriteString("name", moment.Name);
                WriteAttributes(json, moment.Attributes);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (span.Links.Count > 0)
        {
            json.WriteStartArray("links");
            foreach (var link in span.Links)
            {
                json.WriteStartObject();
                json.WriteString("traceId", link.TraceId);
                json.WriteString("spanId", link.SpanId);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteStartObject("status");
        if (span.Status != ActivityStatusCode.Unset)
        {
            json.WriteNumber("code", (int)span.Status);
            if (span.StatusDescription is not null)
            {
                json.WriteString("message", span.StatusDescription);
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, string name, long nanoseconds) =>
        json.WriteString(name, nanoseconds.ToString(CultureInfo.InvariantCulture));

    private static void WriteAttributes(Utf8JsonWriter json, IReadOnlyDictionary<string, object> attributes)
    {
        json.WriteStartArray("attributes");
        foreach (var (name, value) in attributes)
        {
            json.WriteStartObject();
            json.WriteString("key", name);
            json.WriteStartObject("value");
            switch (value)
            {
                case bool flag:
                    json.WriteBoolean("boolValue", flag);
                    break;
                case long number:
                    json.WriteString("intValue", number.ToString(CultureInfo.InvariantCulture));
                    break;
                case double number:
                    json.WriteNumber("doubleValue", number);
                    break;
                default:
                    json.WriteString("stringValue", value.ToString());
                    break;
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static Span ReadSpan(JsonElement span, ProcessResource process, string? source) => new()
    {
        Process = process,
        Source = source ?? "",
        TraceId = Text(span, "traceId") ?? throw new FormatException("A span has no traceId."),
        SpanId = Text(span, "spanId") ?? throw new FormatException("A span has no spanId."),
        ParentId = Text(span, "parentSpanId") is { Length: > 0 } parent ? parent : null,
        Name = Text(span, "name") ?? "",
        Kind = span.TryGetProperty("kind", out var kind) && kind.GetInt32() > 0 ? (ActivityKind)(kind.GetInt32() - 1) : ActivityKind.Internal,
        Start = Time(span, "startTimeUnixNano"),
        End = Time(span, "endTimeUnixNano"),
        Attributes = Attributes(span),
        Events = [.. Items(span, "events").Select(moment => new SpanEvent(Text(moment, "name") ?? "", Time(moment, "timeUnixNano"), Attributes(moment)))],
        Links = [.. Items(span, "links").Select(link => new SpanLink(Text(link, "traceId") ?? "", Text(link, "spanId") ?? ""))],
        Status = span.TryGetProperty("status", out var status) && status.TryGetProperty("code", out var code)
            ? (ActivityStatusCode)code.GetInt32()
            : ActivityStatusCode.Unset,
        StatusDescription = status.ValueKind == JsonValueKind.Object ? Text(status, "message") : null,
    };

    private static Dictionary<string, object> Attributes(JsonElement owner) =>
        Items(owner, "attributes").ToDictionary(pair => pair.GetProperty("key").GetString() ?? "", pair => Value(pair.GetProperty("value")));

    private static object Value(JsonElement value)
    {
        var kind = value.EnumerateObject().First();
        return kind.Name switch
        {
            "boolValue" => kind.Value.GetBoolean(),
            "intValue" => long.Parse(kind.Value.ToString(), CultureInfo.InvariantCulture),
            "doubleValue" => kind.Value.GetDouble(),
            _ => kind.Value.ToString(),
        };
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var items) ? items.EnumerateArray() : default;

    private static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static long Time(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var time) ? long.Parse(time.ToString(), CultureInfo.InvariantCulture) : 0;
}
