namespace Interleave.Client.Workloads.Yaml;

/// <summary>A sequence.</summary>
internal sealed record YamlList(long Line, long Column, IReadOnlyList<YamlNode> Items) : YamlNode(Line, Column)
{
    public override string Description => "a list";
}
