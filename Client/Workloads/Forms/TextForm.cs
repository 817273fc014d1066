using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Interleave.Client.Workloads.Yaml;

namespace Interleave.Client.Workloads.Forms;

/// <summary>Text of a form that a regular expression describes; read as a <see cref="string"/>.</summary>
/// <param name="allowed">The form in words.</param>
internal sealed class TextForm(string pattern, string allowed) : IForm
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public object? Read(YamlNode node, string name, FileFaults faults)
    {
        if (node is YamlText { Value: var text } && Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, Patience))
        {
            return text;
        }

        faults.Add(node, $"'{name}' is {node.Description}: {allowed}.");
        return null;
    }

    public JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = pattern };
}
