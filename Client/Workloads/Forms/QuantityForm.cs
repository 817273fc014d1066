using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Interleave.Client.Workloads.Yaml;

namespace Interleave.Client.Workloads.Forms;

/// <summary>A number with its unit, such as <c>20ms</c>; read as a <see cref="double"/> in the base unit.</summary>
/// <param name="what">With its article, as messages say it: <c>a time</c>.</param>
/// <param name="units">Each with how many base units it is.</param>
/// <param name="least">In base units.</param>
/// <param name="most">In base units.</param>
/// <param name="example">What the allowed range looks like: <c>from 1ms to 1h</c>.</param>
internal sealed class QuantityForm(string what, IReadOnlyList<(string Name, double Factor)> units, double least, double most, string example) : IForm
{
    private const string Number = @"[0-9]{1,12}(\.[0-9]{1,9})?";

    private string Pattern => $"^{Number}({string.Join('|', units.Select(unit => Regex.Escape(unit.Name)))})$";

    private string Allowed => $"{what} {example} is allowed, in {string.Join(", ", units.Select(unit => unit.Name))}";

    public object? Read(YamlNode node, string name, FileFaults faults)
    {
        if (node is YamlText { Value: var text } && Parse(text) is { } value && value >= least && value <= most)
        {
            return value;
        }

        faults.Add(node, $"'{name}' is {node.Description}: {Allowed}.");
        return null;
    }

    public JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = Pattern, ["description"] = $"{Allowed}." };

    /// <summary>Null where it is not of this form.</summary>
    public double? Parse(string text)
    {
        if (!Regex.IsMatch(text, Pattern, RegexOptions.CultureInvariant))
        {
            return null;
        }

        // The longest unit that fits: 'ms' before 's'.
        var (unit, factor) = units.Where(unit => text.EndsWith(unit.Name, StringComparison.Ordinal)).MaxBy(unit => unit.Name.Length);
        return double.Parse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * factor;
    }
}
