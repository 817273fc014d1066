using System.Text;
using System.Text.RegularExpressions;

namespace Interleave.Client.Workloads;

/// <summary>The workload file that <c>interleave new workload</c> writes.</summary>
internal static partial class WorkloadTemplate
{
    private const string DefaultName = "checkout";

    /// <param name="name">What to call the service, as far as that can be a name.</param>
    public static Stream Open(string name)
    {
        // Embedded by the project file.
        using var stream = typeof(WorkloadTemplate).Assembly.GetManifestResourceStream(typeof(WorkloadTemplate), "template.yaml")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        var named = Name().IsMatch(name) ? text.Replace($"name: {DefaultName}", $"name: {name}", StringComparison.Ordinal) : text;
        return new MemoryStream(Encoding.UTF8.GetBytes(named));
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex Name();
}
