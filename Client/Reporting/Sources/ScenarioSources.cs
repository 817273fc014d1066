using System.Text.RegularExpressions;
using Interleave.Client.Models;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Reporting.Sources;

/// <summary>Finds the source of a scenario on a model among the files that were built in.</summary>
internal static partial class ScenarioSources
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> Files = new(ReadAll);

    /// <remarks>
    /// A file belongs to a model by its name, <c>SpinnerOnThreads.cs</c>; grains have the folder to themselves that is named as the scenario's.
    /// </remarks>
    public static ModelSource Of(IScenario scenario, Model model)
    {
        var folder = (scenario.GetType().Namespace ?? "").Split('.')[^1];
        List<SourceFile> workloads =
        [
            .. Among($"Client/Scenarios/{folder}/").Where(file => file.Stem.EndsWith($"On{model.Name}", StringComparison.OrdinalIgnoreCase)),
        ];
        var grains = model == Model.Grains ? GrainsOf(folder, workloads) : [];
        return new ModelSource(model.Name, [.. workloads, .. grains]);
    }

    /// <summary>Those of the scenario's own folder, else of the folders of other scenarios' grains that the workload uses.</summary>
    private static IEnumerable<SourceFile> GrainsOf(string folder, IEnumerable<SourceFile> workloads)
    {
        var folders = workloads.SelectMany(file => UsedGrains().Matches(file.Text)).Select(match => match.Groups[1].Value).Append(folder).Distinct();
        return folders.SelectMany(used => Among($"Grains/{used}/")).OrderBy(file => IsInterface(file) ? 0 : 1);
    }

    [GeneratedRegex(@"^using Interleave\.Grains\.(?!Work|Tracing|Location)(\w+);", RegexOptions.Multiline)]
    private static partial Regex UsedGrains();

    /// <summary>What every model must do and find out: the records that stand before the scenario in its file; null where there are none.</summary>
    public static SourceFile? JobOf(IScenario scenario)
    {
        var type = scenario.GetType();
        var file = Files.Value.FirstOrDefault(file => file.Stem == type.Name);
        var declaration = file?.Text.IndexOf($"class {type.Name} ", StringComparison.Ordinal) ?? -1;
        if (file is null || declaration < 0)
        {
            return null;
        }

        var before = file.Text[..declaration];
        var from = before.IndexOf("\n///", StringComparison.Ordinal);
        var to = before.LastIndexOf("/// <summary>", StringComparison.Ordinal);
        return from >= 0 && to > from + 1 ? file with { Text = before[(from + 1)..to].TrimEnd() } : null;
    }

    private static IEnumerable<SourceFile> Among(string folder) => Files.Value.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal));

    private static bool IsInterface(SourceFile file) => file.Text.Contains("public interface ", StringComparison.Ordinal);

    private static IReadOnlyList<SourceFile> ReadAll()
    {
        var assembly = typeof(ScenarioSources).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".cs", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new SourceFile(name.Replace('\\', '/'), Read(assembly.GetManifestResourceStream(name)!))), // Just listed.
        ];
    }

    private static string Read(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
