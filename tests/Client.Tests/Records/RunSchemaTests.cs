using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Interleave.Client.Records;

namespace Interleave.Client.Tests.Records;

public sealed class RunSchemaTests
{
    private const string FileName = "run.schema.json";

    [Fact]
    public void The_schema_in_the_repository_is_that_of_the_records()
    {
        var schema = Export();
        var kept = Path.Combine(AppContext.BaseDirectory, FileName);
        var exported = Path.Combine(AppContext.BaseDirectory, "exported." + FileName);
        File.WriteAllText(exported, schema);

        Assert.True(schema == File.ReadAllText(kept), $"The records have changed: copy {exported} to schema/{FileName}.");
    }

    private static string Export()
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true };
        var schema = RunFormat.Options.GetJsonSchemaAsNode(typeof(Run), options).AsObject();
        schema["properties"]!["schema"]!["const"] = Run.CurrentSchema;
        var document = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "A run of Interleave" };
        foreach (var (name, value) in schema)
        {
            document[name] = value?.DeepClone();
        }

        return document.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = RunFormat.Options.Encoder }) + "\n";
    }
}
