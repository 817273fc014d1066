namespace Interleave.Client.Workloads.Yaml;

/// <summary>A mapping, in the order of the document; a key that stands there twice is there twice.</summary>
internal sealed record YamlMap(long Line, long Column, IReadOnlyList<(YamlText Key, YamlNode Value)> Entries) : YamlNode(Line, Column)
{
    public override string Description => "a map";
}
