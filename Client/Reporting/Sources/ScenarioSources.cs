using System.Text.RegularExpressions;
using Interleave.Client.Models;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Reporting.Sources;

/// <summary>Finds the source of a scenario on a model among the files that were built in.</summary>
internal static partial class ScenarioSources
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> Files = new(ReadAll);

    /// <remarks>A file belongs to a model by its name, <c>SpinnerOnThreads.cs</c>, and a grain's file by the interface that this one calls.</remarks>
    public static ModelSource Of(IScenario scenario, Model model)
    {
        var folder = (scenario.GetType().Namespace ?? "").Split('.')[^1];
        var workloads = Files.Value.Where(file =>
            file.Path.StartsWith($"Client/Scenarios/{folder}/", StringComparison.Ordinal)
            && Regex.IsMatch(file.Stem, $"On{model.Name}$", RegexOptions.IgnoreCase)).ToList();
        return new ModelSource(model.Name, [.. workloads, .. workloads.SelectMany(GrainsOf).DistinctBy(file => file.Path)]);
    }

    private static IEnumerable<SourceFile> GrainsOf(SourceFile workload)
    {
        var interfaces = GrainInterface().Matches(workload.Text).Select(match => match.Value).ToHashSet();
        return Files.Value
            .Where(file => file.Path.StartsWith("Grains/", StringComparison.Ordinal) && file.Stem.EndsWith("Grain", StringComparison.Ordinal))
            .Where(file => GrainInterface().Matches(file.Text).Any(match => interfaces.Contains(match.Value)))
            .OrderBy(file => interfaces.Contains(file.Stem) ? 0 : 1);
    }

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

    [GeneratedRegex(@"\bI[A-Z]\w*Grain\b")]
    private static partial Regex GrainInterface();
}
