using System.Globalization;
using System.Text;
using OpenTelemetry;

namespace Interleave.Silo.Telemetry.ConsoleExporters;

/// <summary>The lines that print one signal: names to the left, values in one column.</summary>
internal sealed class OwnBlock
{
    private const int ValueColumn = 34;

    private readonly StringBuilder _text = new();

    public void Field(string name, object? value) =>
        Line(string.Create(CultureInfo.InvariantCulture, $"{(name + ":").PadRight(ValueColumn)} {value}"));

    public void List(string title, IEnumerable<KeyValuePair<string, object?>> pairs)
    {
        Line(title + ":");
        foreach (var (name, value) in pairs)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"    {name}: {value}"));
        }
    }

    public void Resource(BaseProvider? provider)
    {
        Line("Resource associated with the signal:");
        foreach (var (name, value) in provider.GetResource().Attributes)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"    {name}: {value}"));
        }
    }

    public void Line(string line) => _text.AppendLine(line);

    public override string ToString() => _text.ToString();
}
