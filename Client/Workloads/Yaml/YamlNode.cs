namespace Interleave.Client.Workloads.Yaml;

/// <summary>A part of a YAML document, and where it begins.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal abstract record YamlNode(long Line, long Column)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Description { get; }
}
