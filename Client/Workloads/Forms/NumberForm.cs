using System.Globalization;
using System.Text.Json.Nodes;
using Interleave.Client.Workloads.Yaml;

namespace Interleave.Client.Workloads.Forms;

/// <summary>A number within a range; read as a <see cref="double"/>.</summary>
internal sealed class NumberForm(double least, double most, bool isWhole) : IForm
{
    private string Allowed => string.Create(CultureInfo.InvariantCulture, $"{(isWhole ? "a whole number" : "a number")} from {least} to {most} is allowed");

    public object? Read(YamlNode node, string name, FileFaults faults)
    {
        var style = isWhole ? NumberStyles.None : NumberStyles.AllowDecimalPoint;
        if (node is YamlText { Value: var text } && double.TryParse(text, style, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        faults.Add(node, $"'{name}' is {node.Description}: {Allowed}.");
        return null;
    }

    public JsonObject Schema() => new()
    {
        ["type"] = isWhole ? "integer" : "number",
        ["minimum"] = least,
        ["maximum"] = most,
    };
}
