using Interleave.Client.Workloads.Yaml;

namespace Interleave.Client.Workloads.Forms;

/// <summary>The values of a map that was read: those that were wrong are null, and have left a fault.</summary>
/// <param name="Node">Where the map stands.</param>
internal sealed record FieldValues(YamlNode Node, IReadOnlyDictionary<string, object?> Values)
{
    /// <summary>Whether it was given, right or wrong.</summary>
    public bool Has(string name) => Values.ContainsKey(name);

    public double? Number(string name) => Values.GetValueOrDefault(name) is double number ? number : null;

    public string? Text(string name) => Values.GetValueOrDefault(name) as string;

    public T? Part<T>(string name)
        where T : class => Values.GetValueOrDefault(name) as T;
}
