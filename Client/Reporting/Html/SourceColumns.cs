using System.Xml.Linq;
using Interleave.Client.Reporting.Sources;
using static Interleave.Client.Reporting.Html.Tags;

namespace Interleave.Client.Reporting.Html;

/// <summary>The source of a scenario, model beside model.</summary>
internal static class SourceColumns
{
    public static XElement? Of(ScenarioNotes scenario) => scenario.Sources.Count == 0
        ? null
        : Fold(
            $"The source, side by side: {string.Join(", ", scenario.Sources.Select(source => source.Model))}",
            scenario.Job is { } job ? OneFile("the job", job) : null,
            Tag("div.sources", scenario.Sources.Select(source => Tag(
                "div",
                Tag("h4", ModelTag.Of(source.Model)),
                source.Files.Select(file => OneFile(source.Model, file))))));

    /// <summary>What a file imports and where it stands says nothing of the model.</summary>
    private static string WithoutPreamble(string text)
    {
        var lines = text.TrimEnd().Split('\n');
        return string.Join('\n', lines.SkipWhile(line => IsPreamble(line.Trim('\uFEFF', ' ', '\r'))));
    }

    private static bool IsPreamble(string line) =>
        line.Length == 0 || line.StartsWith("using ", StringComparison.Ordinal) || line.StartsWith("namespace ", StringComparison.Ordinal);

    private static XElement OneFile(string model, SourceFile file) => Tag(
        "figure.source",
        Tag("figcaption", file.Path),
        Scrolling($"{model}: {file.Path}", Tag("pre", Tag("code", CSharpColours.Of(WithoutPreamble(file.Text))))));
}
