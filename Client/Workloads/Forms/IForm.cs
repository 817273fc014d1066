using System.Text.Json.Nodes;
using Interleave.Client.Workloads.Yaml;

namespace Interleave.Client.Workloads.Forms;

/// <summary>What a value of a workload file may look like: read it by this, and describe it to editors.</summary>
internal interface IForm
{
    /// <summary>The value, or null and a fault.</summary>
    /// <param name="name">What the file calls it.</param>
    object? Read(YamlNode node, string name, FileFaults faults);

    /// <summary>The same as a JSON Schema.</summary>
    JsonObject Schema();
}
