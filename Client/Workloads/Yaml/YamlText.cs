namespace Interleave.Client.Workloads.Yaml;

/// <summary>A scalar, as it is written.</summary>
internal sealed record YamlText(long Line, long Column, string Value) : YamlNode(Line, Column)
{
    public override string Description => Value.Length == 0 ? "empty" : $"'{Value}'";
}
