using System.Globalization;
using System.Text.Json.Nodes;
using Interleave.Client.Workloads.Yaml;

namespace Interleave.Client.Workloads.Forms;

/// <summary>A list whose items have one form; read as a list of those that were right.</summary>
/// <param name="items">With their plural, as messages say it: <c>steps</c>.</param>
internal sealed class ListForm(IForm item, string items, int least, int most) : IForm
{
    public object? Read(YamlNode node, string name, FileFaults faults)
    {
        if (node is YamlList { Items: var given } && given.Count >= least && given.Count <= most)
        {
            return given.Select(one => item.Read(one, name, faults)).OfType<object>().ToList();
        }

        var found = node is YamlList list ? string.Create(CultureInfo.InvariantCulture, $"a list of {list.Items.Count}") : node.Description;
        faults.Add(node, string.Create(CultureInfo.InvariantCulture, $"'{name}' is {found}: a list of {least} to {most} {items} is allowed."));
        return null;
    }

    public JsonObject Schema() => new() { ["type"] = "array", ["items"] = item.Schema(), ["minItems"] = least, ["maxItems"] = most };
}
