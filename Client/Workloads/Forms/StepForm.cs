using System.Text.Json.Nodes;
using Interleave.Client.Workloads.Yaml;
using Interleave.Grains.OwnWork;

namespace Interleave.Client.Workloads.Forms;

/// <summary>A step: a map with one entry, the kind of step and what it takes; read as a <see cref="Step"/>.</summary>
internal sealed class StepForm(IReadOnlyList<StepKind> kinds) : IForm
{
    private IReadOnlyList<string> Names => [.. kinds.Select(kind => kind.Field.Name)];

    public object? Read(YamlNode node, string name, FileFaults faults)
    {
        if (node is not YamlMap { Entries: [var (key, value)] })
        {
            var found = node is YamlMap map ? $"a map of {map.Entries.Count} entries" : node.Description;
            faults.Add(node, $"A step in '{name}' is {found}: one of {string.Join(", ", Names)} is allowed, as in '- compute: 2ms'.");
            return null;
        }

        if (kinds.FirstOrDefault(kind => kind.Field.Name == key.Value) is not { } kind)
        {
            faults.Add(key, $"Unknown step '{key.Value}' in '{name}': {NearestName.Hint(key.Value, Names)}");
            return null;
        }

        return kind.Field.Form.Read(value, key.Value, faults) is { } read ? kind.Make(read, value, faults) : null;
    }

    public JsonObject Schema() => new()
    {
        ["oneOf"] = new JsonArray([.. kinds.Select(kind => new MapForm([kind.Field with { IsRequired = true }]).Schema())]),
    };
}
