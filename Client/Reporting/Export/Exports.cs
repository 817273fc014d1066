using Interleave.Client.Planning;
using Interleave.Client.Records;

namespace Interleave.Client.Reporting.Export;

/// <summary>The forms that <c>--export</c> knows.</summary>
internal static class Exports
{
    public static IReadOnlyList<IExport> All { get; } = [new CsvExport(), new MarkdownExport()];

    /// <summary>Finds what was asked for; every unknown name adds a line to <paramref name="faults"/>.</summary>
    public static IReadOnlyList<IExport> Read(IEnumerable<string> names, Faults faults)
    {
        var known = All.ToDictionary(export => export.Name);
        var chosen = new List<IExport>();
        foreach (var name in names.Distinct())
        {
            if (known.TryGetValue(name, out var export))
            {
                chosen.Add(export);
            }
            else
            {
                faults.Add($"Unknown form '{name}' in --export: {NearestName.Hint(name, known.Keys)}");
            }
        }

        return chosen;
    }

    /// <returns>The paths of what was written, beside <c>run.json</c>.</returns>
    public static IReadOnlyList<string> Write(IReadOnlyList<IExport> exports, Run run, string folder)
    {
        var files = exports.SelectMany(export => export.Write(run)).Select(file => (Path: Path.Combine(folder, file.File), file.Text)).ToList();
        files.ForEach(file => File.WriteAllText(file.Path, file.Text));
        return [.. files.Select(file => file.Path)];
    }
}
