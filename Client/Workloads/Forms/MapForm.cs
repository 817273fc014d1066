using System.Text.Json.Nodes;
using Interleave.Client.Workloads.Yaml;

namespace Interleave.Client.Workloads.Forms;

/// <summary>A map of named values; read as <see cref="FieldValues"/>, which hold those that were right.</summary>
/// <param name="fields">What may stand in it.</param>
/// <param name="exclusive">Names of which no two may stand together.</param>
internal sealed class MapForm(IReadOnlyList<Field> fields, params IReadOnlyList<(string One, string Other)> exclusive) : IForm
{
    private IReadOnlyList<string> Names => [.. fields.Select(known => known.Name)];

    public object? Read(YamlNode node, string name, FileFaults faults)
    {
        if (node is not YamlMap map)
        {
            faults.Add(node, $"'{name}' is {node.Description}: a map of {string.Join(", ", Names)} is allowed.");
            return null;
        }

        var read = new Dictionary<string, (YamlText Key, object? Value)>();
        foreach (var (key, value) in map.Entries)
        {
            if (fields.FirstOrDefault(field => field.Name == key.Value) is not { } field)
            {
                faults.Add(key, $"Unknown '{key.Value}' in {name}: {NearestName.Hint(key.Value, Names)}");
            }
            else if (read.ContainsKey(key.Value))
            {
                faults.Add(key, $"'{key.Value}' stands twice in {name}: once is allowed.");
            }
            else
            {
                read[key.Value] = (key, field.Form.Read(value, key.Value, faults));
            }
        }

        foreach (var missing in fields.Where(field => field.IsRequired && !read.ContainsKey(field.Name)))
        {
            faults.Add(node, $"'{missing.Name}' is missing in {name}: {missing.Description}");
        }

        foreach (var (one, other) in exclusive.Where(pair => read.ContainsKey(pair.One) && read.ContainsKey(pair.Other)))
        {
            faults.Add(read[other].Key, $"'{one}' and '{other}' exclude each other in {name}: leave one of them out.");
        }

        return new FieldValues(node, read.ToDictionary(entry => entry.Key, entry => entry.Value.Value));
    }

    public JsonObject Schema()
    {
        var properties = new JsonObject();
        foreach (var field in fields)
        {
            var schema = field.Form.Schema();
            var hint = schema["description"]?.GetValue<string>();
            schema["description"] = hint is null ? field.Description : $"{field.Description} {char.ToUpperInvariant(hint[0])}{hint[1..]}";
            properties[field.Name] = schema;
        }

        var map = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        if (fields.Any(field => field.IsRequired))
        {
            map["required"] = new JsonArray([.. fields.Where(field => field.IsRequired).Select(field => (JsonNode)field.Name)]);
        }

        if (exclusive.Count > 0)
        {
            map["allOf"] = new JsonArray(
                [.. exclusive.Select(pair => new JsonObject { ["not"] = new JsonObject { ["required"] = new JsonArray(pair.One, pair.Other) } })]);
        }

        return map;
    }
}
