using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Interleave.Client.Workloads;

namespace Interleave.Client.Tests.Workloads;

public sealed class WorkloadSchemaTests
{
    private const string FileName = "workload.schema.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void The_schema_in_the_repository_is_that_of_the_reader()
    {
        var schema = WorkloadForms.Schema().ToJsonString(Readable) + "\n";
        var kept = Path.Combine(AppContext.BaseDirectory, FileName);
        var exported = Path.Combine(AppContext.BaseDirectory, "exported." + FileName);
        File.WriteAllText(exported, schema);

        Assert.True(schema == File.ReadAllText(kept), $"The forms have changed: copy {exported} to schema/{FileName}.");
    }

    /// <summary>Written as JSON, which is YAML too: both can read it.</summary>
    [Theory]
    [InlineData("""{ "name": "x", "arrivals": "5/s", "steps": [ { "compute": "1ms" } ] }""")]
    [InlineData("""{ "name": "x", "concurrency": 5, "steps": [ { "http": { "bytes": "2kB" } }, { "allocate": "1MiB" } ] }""")]
    [InlineData("""{ "name": "x", "arrivals": "5/s", "steps": [ { "state": { "keys": 3 } } ], "goal": { "p99": "1s", "errors": "1%", "cores": 1.5 } }""")]
    [InlineData("""{ "name": "x", "arrivals": "5/s", "steps": [ { "parallel": [ { "compute": "1ms" }, { "http": { "url": "http://localhost/" } } ] } ] }""")]
    [InlineData("""{ "name": "X", "arrivals": "5/s", "steps": [ { "compute": "1ms" } ] }""")]
    [InlineData("""{ "name": "x", "steps": [ { "compute": "1ms" } ] }""")]
    [InlineData("""{ "name": "x", "arrivals": "5/s", "concurrency": 5, "steps": [ { "compute": "1ms" } ] }""")]
    [InlineData("""{ "name": "x", "arrivals": "5/s", "steps": [] }""")]
    [InlineData("""{ "name": "x", "arrivals": "5", "steps": [ { "compute": "1ms" } ] }""")]
    [InlineData("""{ "name": "x", "arrivals": "5/s", "steps": [ { "compute": "1ms", "allocate": "1B" } ] }""")]
    [InlineData("""{ "name": "x", "arrivals": "5/s", "steps": [ { "state": {} } ] }""")]
    [InlineData("""{ "name": "x", "arrivals": "5/s", "steps": [ { "state": { "keys": 0 } } ] }""")]
    [InlineData("""{ "name": "x", "arrivals": "5/s", "steps": [ { "http": { "url": "http://localhost/", "delay": "1ms" } } ] }""")]
    [InlineData("""{ "name": "x", "arrivals": "5/s", "steps": [ { "parallel": [ { "compute": "1ms" } ] } ] }""")]
    [InlineData("""{ "name": "x", "arrivals": "5/s", "goal": { "p98": "1s" }, "steps": [ { "compute": "1ms" } ] }""")]
    public void The_schema_allows_what_the_reader_allows(string document)
    {
        var read = WorkloadReader.Read(document, "file.yaml", new FileContext([], null), [], new Faults());

        Assert.Equal(read is not null, Allows(WorkloadForms.Schema(), JsonNode.Parse(document)));
    }

    /// <summary>Those keywords of JSON Schema that ours uses.</summary>
    private static bool Allows(JsonObject schema, JsonNode? value) => schema.All(keyword => keyword.Key switch
    {
        "type" => TypeOf(value) is var type && (type == Text(keyword.Value) || (type == "integer" && Text(keyword.Value) == "number")),
        "pattern" => value is JsonValue && Regex.IsMatch(value.ToString(), Text(keyword.Value)),
        "minimum" => value is JsonValue && value.GetValue<double>() >= keyword.Value!.GetValue<double>(),
        "maximum" => value is JsonValue && value.GetValue<double>() <= keyword.Value!.GetValue<double>(),
        "minItems" => value is JsonArray few && few.Count >= keyword.Value!.GetValue<int>(),
        "maxItems" => value is JsonArray many && many.Count <= keyword.Value!.GetValue<int>(),
        "items" => value is JsonArray items && items.All(item => Allows(keyword.Value!.AsObject(), item)),
        "properties" => value is JsonObject map && map.All(entry => keyword.Value![entry.Key] is not JsonObject property || Allows(property, entry.Value)),
        "additionalProperties" => value is JsonObject map && map.All(entry => schema["properties"]!.AsObject().ContainsKey(entry.Key)),
        "required" => value is JsonObject map && keyword.Value!.AsArray().All(name => map.ContainsKey(Text(name))),
        "oneOf" => keyword.Value!.AsArray().Count(choice => Allows(choice!.AsObject(), value)) == 1,
        "allOf" => keyword.Value!.AsArray().All(part => Allows(part!.AsObject(), value)),
        "not" => !Allows(keyword.Value!.AsObject(), value),
        "$schema" or "title" or "description" => true,
        var unknown => throw new NotSupportedException(unknown),
    });

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static string TypeOf(JsonNode? value) => value switch
    {
        JsonObject => "object",
        JsonArray => "array",
        JsonValue text when text.GetValueKind() == JsonValueKind.String => "string",
        JsonValue number when number.GetValue<double>() == Math.Floor(number.GetValue<double>()) => "integer",
        _ => "number",
    };
}
